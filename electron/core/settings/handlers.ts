// Operations on settings.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { given } from '../given.ts'

export const settingsHandlers = ({ settings }: Pick<Context, 'settings'>): Pick<Handlers, 'settings.get' | 'settings.set'> => ({
  'settings.get': () => settings.get(),
  'settings.set': (change) => settings.set(given(change)),
})
