// `alternat serve`: the browser host, until it is told to stop.
import { say } from '../../words.ts'
import { wrong } from '../arguments.ts'
import { DONE, type Command } from '../command.ts'
import { namedLibrary } from '../session.ts'
import { serve } from '../../serve.ts'

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--no-open] [--library DB] [--json]',
  summary: 'serve-summary',
  options: {
    'no-open': { type: 'boolean', help: 'option-no-open' },
    library: { type: 'string', help: 'option-library' },
  },
  async run(invocation) {
    const [extra] = invocation.positionals
    if (extra !== undefined) throw wrong(serveCommand, say('usage-wrong', { what: extra }))
    await serve({
      library: namedLibrary(invocation),
      open: !invocation.given('no-open'),
      announce: (address) => invocation.printer.result({ address }, () => [say('serving', { address })]),
    })
    return DONE
  },
}
