// What a command of the command line is, and how one says that it was called wrongly.
import type { ParseArgsConfig } from 'node:util'
import type { Word } from '../words.ts'
import type { Printer } from './printer.ts'

export type Options = NonNullable<ParseArgsConfig['options']>

/** Exit codes: scripts rely on them. */
export const DONE = 0
export const REFUSED = 1
export const USAGE = 2

export interface Invocation {
  positionals: string[]
  /** Text of an option; undefined where it was not given. */
  text(option: string): string | undefined
  given(option: string): boolean
  printer: Printer
}

export interface Command {
  name: string
  /** Arguments as the help shows them. */
  usage: string
  summary: Word
  /** Options of its own, beside `--json` and `--help`, each with the word that explains it. */
  options: Record<string, { type: 'string' | 'boolean'; help: Word; short?: string }>
  /** Options that may stand with or without a value ("--docx", "--docx FILE"). */
  optionalValues?: string[]
  /** Resolves with the exit code. */
  run(invocation: Invocation): Promise<number>
}

/** The options that nearly every command has. */
export const LIBRARY = {
  'library': { type: 'string', help: 'option-library' },
  'passphrase-file': { type: 'string', help: 'option-passphrase-file' },
} as const satisfies Command['options']

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
