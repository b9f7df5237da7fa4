// A text that was sent out and comes back: what was done to it, brought into the draft.
export { isSameRemark } from './comments.ts'
export { mergeReturned, type Returned, type ReturnConflict, type Returning } from './merge.ts'
export { takeOver, type TakenOver, type TakingOver } from './takeOver.ts'
export type { IsNew } from './pieces.ts'
export { isSameTime } from './times.ts'
