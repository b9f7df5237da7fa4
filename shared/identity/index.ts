// Which texts are one document: a text and its name in the press, and a text in two languages.
export { counterpart, inOtherLanguage, shapeOf, type Placed, type Version } from './languages.ts'
export { byLikelihood, daysOf, isSameDocument, matchOf, reportsOf, titleStems, titleWords, type Described, type Named } from './named.ts'
export { keyOf, readName, type DocumentName } from './name.ts'
