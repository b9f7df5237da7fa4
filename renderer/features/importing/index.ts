// Importing: the queue of files and the screen on which each is checked.
export { ImportPage } from './ImportPage.tsx'
export { ImportQueueProvider, useImportQueue, useIntake } from './QueueContext.tsx'
