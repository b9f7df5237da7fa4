// Settings of the officer: read with defaults, written as one value.
import { z } from '../../../shared/model/schema.ts'
import { settingsSchema, type Settings } from '../../../shared/contract/app.ts'
import type { Context, SettingsService } from '../context.ts'
import { readMark, writeMark } from './marks.ts'

export const DEFAULTS: Settings = {
  locale: 'system', theme: 'system', author: '', delegation: '', introSeen: false, trackChanges: true, docks: {}, hands: {}, lockAfter: 15, backupFolder: '',
}
const SETTINGS = 'settings'

/** The settings kept in one library. */
export function createSettingsService({ db, events }: Pick<Context, 'db' | 'events'>): SettingsService {
  const get = (): Settings => {
    const stored = z.record(z.string(), z.unknown()).safeParse(readMark(db, SETTINGS)).data ?? {}
    // Each by itself: one value that this version does not know must not reset the others.
    const known = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
      const value = schema.safeParse(stored[name])
      return value.success ? [[name, value.data]] : []
    })
    return { ...DEFAULTS, ...Object.fromEntries(known) }
  }
  return {
    get,
    set(change) {
      const settings = { ...get(), ...change }
      db.write(() => writeMark(db, SETTINGS, settings))
      events.push('settings.changed', {})
      return settings
    },
  }
}
