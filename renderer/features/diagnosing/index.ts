// The diagnostic bundle: what it holds, and the way to save it.
export { DiagnosisPage } from './DiagnosisPage.tsx'
