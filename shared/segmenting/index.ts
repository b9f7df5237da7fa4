// Raw paragraphs → structured statement: the proposal, its corrections by hand, and the statement that is stored.
export { documentsNamed, type NamedInText } from './adopted.ts'
export { assemble } from './assemble.ts'
export { mergeWithNext, relabel, setEnd, setStart, splitAt } from './correct.ts'
export { doubtsOf, reasonsToLook, type Doubt, type LookReason } from './doubts.ts'
export { raised } from './footnotes.ts'
export { formOf } from './shapes.ts'
export { segment, type Segmented } from './segment.ts'
