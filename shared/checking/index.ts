// Facts that travelled with a clause and do not fit the draft it now stands in.
export { checkParagraph } from './check.ts'
export { draftFacts, liveText, rememberedFacts, sourceFacts } from './context.ts'
export { FINDING_KINDS, type DraftFacts, type Finding, type FindingKind, type SourceFacts } from '../model/finding.ts'
