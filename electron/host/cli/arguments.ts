// Reads a command's arguments. Wrong ones are told as usage, with the way to the help.
import { parseArgs } from 'node:util'
import { say } from '../words.ts'
import { UsageError, type Command, type Invocation, type Options } from './command.ts'
import type { Printer } from './printer.ts'

const COMMON: Options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }

export function readArguments(command: Command, args: string[], printer: Printer): Invocation {
  const options: Options = { ...COMMON }
  for (const [name, { type, short }] of Object.entries(command.options)) options[name] = short ? { type, short } : { type }
  try {
    const { values, positionals } = parseArgs({ args: wordsLast(withEmptyValues(args, command.optionalValues ?? [])), options, allowPositionals: true })
    return {
      positionals,
      text: (option) => {
        const value = values[option]
        return typeof value === 'string' ? value : undefined
      },
      given: (option) => values[option] !== undefined,
      printer,
    }
  } catch (error) {
    throw wrong(command, say('usage-wrong', { what: offender(error, args) }))
  }
}

/** A usage error that ends with the way to the command's help. */
export const wrong = (command: Pick<Command, 'name'>, sentence: string): UsageError =>
  new UsageError(`${sentence} ${say('usage-see', { command: command.name })}`)

/** An option that may stand alone gets an empty value where none follows it. */
const withEmptyValues = (args: string[], names: string[]): string[] => args.map((arg, index) => {
  const next = args[index + 1]
  return names.includes(arg.replace(/^--/, '')) && arg.startsWith('--') && (next === undefined || next.startsWith('-')) ? `${arg}=` : arg
})

const NO_OPTION = /^-(?!-?[a-z]|-?$)/iu

/** What begins with a dash and cannot be an option, as in `search ---`, is a word. */
function wordsLast(args: string[]): string[] {
  const words = args.filter((arg) => NO_OPTION.test(arg))
  return words.length === 0 || args.includes('--') ? args : [...args.filter((arg) => !NO_OPTION.test(arg)), '--', ...words]
}

/** The argument that parsing stumbled over, as it was typed. */
function offender(error: unknown, args: string[]): string {
  const quoted = error instanceof Error ? /'(-{1,2}[^\s'<]+)/.exec(error.message)?.[1] : undefined
  return quoted ?? args.find((arg) => arg.startsWith('-')) ?? args.join(' ')
}
