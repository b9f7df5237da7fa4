// Comparing any two texts, and several versions with one base.
export { ComparePage } from './ComparePage.tsx'
export { HistoryPage } from './history/HistoryPage.tsx'
export { SeveralPage } from './several/SeveralPage.tsx'
