// Operation that tells what runs where.
import type { AppInfo } from '../../../shared/contract/app.ts'
import about from '../../../package.json' with { type: 'json' }
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

export type About = Pick<AppInfo, 'host' | 'locale'>

export const appHandlers = ({ db, settings }: Pick<Context, 'db' | 'settings'>, { host, locale }: About): Pick<Handlers, 'app.info'> => ({
  'app.info': () => ({
    version: about.version,
    host,
    library: db.path,
    locale,
    firstStart: !settings.get().introSeen,
    writable: db.writable,
    refusal: db.refusal,
    readable: true,
  }),
})
