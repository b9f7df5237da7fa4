// Drafting: the list of drafts and the screen on which one is written.
export { DraftPage, type DraftPageProps } from './DraftPage.tsx'
export { DraftsPage } from './DraftsPage.tsx'
