// Comparing texts and working with tracked changes, all of it pure.
export { changesOf, countChanges, type Change, type ChangeKind } from './changes.ts'
export { acceptAll, rejectAll, resolve, type Verdict } from './resolve.ts'
