// `alternat serve`: the browser host, until its last window is closed or it is told to stop.
import { say } from '../../words.ts'
import { none } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { libraryKey } from '../passphrase.ts'
import { namedLibrary } from '../session.ts'
import { serve } from '../../serve.ts'

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--no-open] [--stay] [--library DB] [--json]',
  summary: 'serve-summary',
  options: {
    'no-open': { type: 'boolean', help: 'option-no-open' },
    'stay': { type: 'boolean', help: 'option-stay' },
    ...LIBRARY,
  },
  async run(invocation) {
    none(serveCommand, invocation)
    const library = namedLibrary(invocation)
    await serve({
      library,
      key: invocation.given('passphrase-file') ? await libraryKey(invocation, library) : null,
      open: !invocation.given('no-open'),
      stay: invocation.given('stay'),
      announce: (address) => invocation.printer.result({ address }, () => [say('serving', { address })]),
    })
    return DONE
  },
}
