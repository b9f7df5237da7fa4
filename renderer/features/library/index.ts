// The library: declarations, their clauses, search.
export { LibraryPage } from './LibraryPage.tsx'
