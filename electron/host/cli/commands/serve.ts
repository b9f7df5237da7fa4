// `alternat serve`: the browser host, until it is told to stop.
import { say } from '../../words.ts'
import { none } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { namedLibrary } from '../session.ts'
import { serve } from '../../serve.ts'

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--no-open] [--library DB] [--json]',
  summary: 'serve-summary',
  options: {
    'no-open': { type: 'boolean', help: 'option-no-open' },
    ...LIBRARY,
  },
  async run(invocation) {
    none(serveCommand, invocation)
    await serve({
      library: namedLibrary(invocation),
      open: !invocation.given('no-open'),
      announce: (address) => invocation.printer.result({ address }, () => [say('serving', { address })]),
    })
    return DONE
  },
}
