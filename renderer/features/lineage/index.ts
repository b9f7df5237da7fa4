// The lineage of a clause.
export { LineagePage } from './LineagePage.tsx'
