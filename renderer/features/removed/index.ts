// Texts that were taken out: put back, or deleted for good.
export { RemovedPage } from './RemovedPage.tsx'
