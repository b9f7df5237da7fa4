// Reports on two texts, all of it pure.
export { citingOf, isClause, type Citing } from './places.ts'
export { Wordings, type Near } from './nearest.ts'
export { reportOf, type BookGiven } from './report.ts'
export { actChanges, type ActChange } from './verbs.ts'
export { mapOffsets, plain, sharesOf, settled } from './wording.ts'
