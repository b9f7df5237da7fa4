// The system's keychain, as the backend's port. On Linux Electron may have none and hold secrets plain: that counts as none.
import { safeStorage } from 'electron'
import type { Ports } from '../core/ports.ts'

/** After Electron is ready. */
export function systemKeychain(): Ports['keychain'] {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return 'weak'
  if (!safeStorage.isEncryptionAvailable()) return 'none'
  return {
    close: (secret) => safeStorage.encryptString(secret).toString('base64'),
    open(closed) {
      try {
        return safeStorage.decryptString(Buffer.from(closed, 'base64'))
      } catch {
        return null
      }
    },
  }
}
