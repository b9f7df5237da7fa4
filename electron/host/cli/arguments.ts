// Reads a command's arguments. Wrong ones are told as usage, with the way to the help.
import { parseArgs } from 'node:util'
import { say, type Word } from '../words.ts'
import { UsageError, type Command, type Invocation, type Options } from './command.ts'
import type { Printer } from './printer.ts'

const COMMON: Options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }

/** Options and arguments of one call; an option without the value it wants is told as a wrong one. */
export function readArguments(command: Command, args: string[], printer: Printer): Invocation {
  const options: Options = { ...COMMON }
  for (const [name, { type, short }] of Object.entries(command.options)) options[name] = short ? { type, short } : { type }
  const { values, positionals } = parsed(command, options, args)
  const empty = Object.keys(values).find((name) => values[name] === '' && !command.optionalValues?.includes(name))
  if (empty !== undefined) throw wrong(command, say('usage-wrong', { what: `--${empty}` }))
  return {
    positionals,
    text: (option) => {
      const value = values[option]
      return typeof value === 'string' ? value : undefined
    },
    given: (option) => values[option] !== undefined,
    printer,
  }
}

function parsed(command: Command, options: Options, args: string[]): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args: wordsLast(withEmptyValues(args, command.optionalValues ?? [])), options, allowPositionals: true })
  } catch (error) {
    throw wrong(command, say('usage-wrong', { what: offender(error, args) }))
  }
}

/** A usage error that ends with the way to the command's help. */
export const wrong = (command: Pick<Command, 'name'>, sentence: string): UsageError =>
  new UsageError(`${sentence} ${say('usage-see', { command: command.name })}`)

/** The arguments of a command that takes exactly so many; otherwise the sentence of `word` tells what it takes. */
export function exactly(command: Pick<Command, 'name'>, { positionals }: Invocation, count: 1, word: Word): [string]
export function exactly(command: Pick<Command, 'name'>, { positionals }: Invocation, count: 2, word: Word): [string, string]
export function exactly(command: Pick<Command, 'name'>, { positionals }: Invocation, count: number, word: Word): string[] {
  if (positionals.length !== count) throw wrong(command, say(word))
  return positionals
}

/** For a command that takes no argument. */
export function none(command: Pick<Command, 'name'>, { positionals: [extra] }: Invocation): void {
  if (extra !== undefined) throw wrong(command, say('usage-wrong', { what: extra }))
}

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
