// Protection of the library: its group in the settings, and the screen while it is locked.
export { LockScreen } from './LockScreen.tsx'
export { ProtectionSettings } from './ProtectionSettings.tsx'
