// Settings.
export { SettingsPage } from './SettingsPage.tsx'
