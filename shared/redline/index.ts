// Comparing texts and working with tracked changes, all of it pure.
export { changesOf, countChanges, type Change, type ChangeKind, type FormatOfChange } from './changes.ts'
export { compareTexts, countRows } from './compare.ts'
export { collate } from './collate.ts'
export { comparedText } from './comparedText.ts'
export { overlay, textOfHand, type Overlaid } from './overlay.ts'
export { acceptAll, rejectAll, resolve, type Verdict } from './resolve.ts'
export { redline, redlineOfComparison, type RedlineBy } from './redline.ts'
export { wordDiff } from './wordDiff.ts'
