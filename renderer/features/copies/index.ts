// Copies of the library: snapshots to go back to, and the choice where the library is damaged.
export { CopiesPage } from './CopiesPage.tsx'
export { RescuePage } from './RescuePage.tsx'
export { SecondBanner } from './SecondBanner.tsx'
export { useBackupCommand } from './useBackup.ts'
