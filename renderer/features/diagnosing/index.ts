// The diagnostic bundle: what it holds, and the way to save it.
export { Bundle } from './Bundle.tsx'
export { DiagnosisPage } from './DiagnosisPage.tsx'
