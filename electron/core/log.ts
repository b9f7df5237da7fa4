// The log: what happened, never what a document says. Messages of unknown errors may quote text, so only their kind and
// the places in the code are kept.

export type LogFields = Record<string, string | number | boolean | null>

export interface Log {
  info(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

export const silentLog: Log = { info() {}, error() {} }

/** One JSON line per entry, handed to `write`. */
export const lineLog = (write: (line: string) => void, now: () => Date = () => new Date()): Log => {
  const entry = (level: string, event: string, fields: LogFields = {}) =>
    write(JSON.stringify({ time: now().toISOString(), level, event, ...fields }))
  return { info: (event, fields) => entry('info', event, fields), error: (event, fields) => entry('error', event, fields) }
}

/** What may be logged of an unexpected error: its name, its code and the stack without the message. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { name: typeof error }
  // A message may have lines that look like places in the code.
  const places = (error.stack ?? '').replace(error.message, () => '')
  const frames = places.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim())
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return { name: error.name, code, stack: frames.join(' | ') }
}
