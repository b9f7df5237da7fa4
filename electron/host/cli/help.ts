// The help of the command line: all commands, or one with its options.
import { say } from '../words.ts'
import type { Command } from './command.ts'

const column = (left: string, right: string): string => `  ${left.padEnd(28)} ${right}`

/** Lines of the help that names every command. */
export const helpForAll = (commands: readonly Command[]): string[] => [
  say('help-about'),
  '',
  ...commands.map((command) => column(`alternat ${command.name}`, say(command.summary))),
  '',
  say('help-more'),
  say('help-exit'),
]

/** Lines of the help of one command. */
export const helpFor = (command: Command): string[] => [
  `alternat ${command.name} ${command.usage}`,
  '',
  say(command.summary),
  '',
  ...Object.entries(command.options).map(([name, { type, help, short }]) => column(
    `${short ? `-${short}, ` : ''}--${name}${type === 'string' ? (command.optionalValues?.includes(name) ? ' [FILE]' : ` ${name === 'library' ? 'DB' : name.endsWith('-file') ? 'FILE' : 'VALUE'}`) : ''}`,
    say(help),
  )),
  column('--json', say('option-json')),
  column('-h, --help', say('option-help')),
]
