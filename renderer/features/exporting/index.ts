// Export to DOCX and PDF, over any screen that asks for it.
export { ExportDialog, type ExportDialogProps } from './ExportDialog.tsx'
