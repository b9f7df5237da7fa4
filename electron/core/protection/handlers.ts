// Operations on the protection of the library.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

type ProtectionHandlers = Pick<Handlers, Extract<keyof Handlers, `protection.${string}`>>

export const protectionHandlers = ({ protection }: Pick<Context, 'protection'>): ProtectionHandlers => ({
  'protection.state': () => protection.state(),
  'protection.unlock': async ({ passphrase }) => {
    await protection.unlock(passphrase)
    return null
  },
  'protection.recover': async ({ recovery, passphrase }) => {
    await protection.recover(recovery, passphrase)
    return null
  },
  'protection.lock': async () => {
    await protection.lock()
    return null
  },
  // Heard by the watch over idle time, see `backend.ts`.
  'protection.active': () => null,
  'protection.encrypt': (asked) => protection.encrypt(asked),
  'protection.decrypt': (asked) => protection.decrypt(asked),
  'protection.change': async (asked) => {
    await protection.change(asked)
    return null
  },
  'protection.recovery': ({ passphrase }) => protection.recovery(passphrase),
  'protection.keychain': ({ on }) => {
    protection.keychain(on)
    return null
  },
  'protection.copies': (asked) => protection.copies(asked),
})
