// Results on standard output, everything else on standard error; plain sentences for people, JSON for scripts.
import { AppError } from '../../../shared/contract/error.ts'
import { errorSentence } from '../../hosting/language.ts'
import { say, tongue } from '../words.ts'
import { UsageError } from './command.ts'

export interface Printer {
  json: boolean
  /** The result: `value` as one line of JSON, or `lines` for people. */
  result(value: unknown, lines: () => string[]): void
  /** A failure of one file or of the whole command. `subject` names the file. */
  failure(error: unknown, subject?: string): void
  /** A remark for people; a script does not see it. */
  note(line: string): void
  /** A passing line about long work, shown only on a terminal; null takes it away. */
  progress(line: string | null): void
}

/** The part of a terminal or pipe that is used here. */
export type Stream = Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean; columns?: number }

// oxlint-disable-next-line no-control-regex -- these are the very characters that a terminal obeys
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu

/** Words of a document or a file's name must not steer the terminal they are shown on. */
const harmless = (text: string): string => text.replaceAll(OBEYED, '')

/** Prints to `out` and `err`, as JSON where a script asked for it. */
export function createPrinter(json: boolean, out: Stream, err: Stream): Printer {
  const live = err.isTTY === true
  let shown = false
  const clear = () => {
    if (shown) err.write('\r\x1b[K')
    shown = false
  }
  return {
    json,
    result(value, lines) {
      clear()
      out.write(json ? `${JSON.stringify(value)}\n` : lines().map((line) => `${harmless(line)}\n`).join(''))
    },
    failure(error, subject) {
      clear()
      const { code, sentence } = told(error)
      if (json) err.write(`${JSON.stringify({ error: { code, message: sentence, ...(subject === undefined ? {} : { file: subject }) } })}\n`)
      else err.write(`alternat: ${harmless(sentence)}\n${code === 'snapshot-failed' ? `${say('snapshot-how')}\n` : ''}`)
    },
    note(line) {
      if (json) return
      clear()
      err.write(`${harmless(line)}\n`)
    },
    progress(line) {
      if (!live) return
      clear()
      if (line === null) return
      err.write(harmless(line).slice(0, Math.max(20, (err.columns ?? 80) - 1)))
      shown = true
    },
  }
}

function told(error: unknown): { code: string; sentence: string } {
  if (error instanceof UsageError) return { code: 'usage', sentence: error.message }
  const known = error instanceof AppError ? error : new AppError('internal', 'unexpected error')
  return { code: known.code, sentence: errorSentence(known, tongue) }
}
