// Comparing any two texts.
export { ComparePage } from './ComparePage.tsx'
