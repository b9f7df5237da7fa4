// The report on two texts.
export { ReportPage } from './ReportPage.tsx'
