// Comparing any two texts, and several versions with one base.
export { ComparePage } from './ComparePage.tsx'
export { SeveralPage } from './several/SeveralPage.tsx'
