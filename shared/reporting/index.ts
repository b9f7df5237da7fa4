// Reports on two texts, all of it pure.
export { isClause } from './places.ts'
export { Wordings, type Near } from './nearest.ts'
export { reportOf, sameLanguage } from './report.ts'
export { sharesOf, settled } from './wording.ts'
