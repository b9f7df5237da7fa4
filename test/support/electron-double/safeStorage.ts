// The keychain as Electron shows it: encrypted under a key of this home, or plain where the test says that the system has none.
import { createCipheriv, createDecipheriv, hash } from 'node:crypto'

const key = hash('sha256', process.env['ELECTRON_DOUBLE_HOME'] ?? '', 'buffer')
const nonce = Buffer.alloc(12)

export const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => (process.env['ALTERNAT_TEST_KEYCHAIN'] === 'plain' ? 'basic_text' : 'gnome_libsecret'),
  encryptString(text: string): Buffer {
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()])
  },
  decryptString(bytes: Buffer): string {
    const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(bytes.subarray(-16))
    return cipher.update(bytes.subarray(0, -16)).toString() + cipher.final().toString()
  },
}
