// Every call enters here: the name is checked against the contract, the input parsed, the outcome put in an envelope.
import { ZodError } from 'zod'
import { MAX_CALL_BYTES } from '../../shared/contract/app.ts'
import { AppError, toWire, type Reply } from '../../shared/contract/error.ts'
import { contract, type Input, type OperationName, type Output } from '../../shared/contract/index.ts'
import { expectedFailure } from './failures.ts'
import { tooLarge } from './files/stage.ts'
import { describeError, type Log } from './log.ts'
import { isTooHeavy } from './weight.ts'

export type Handlers = { [N in OperationName]: (input: Input<N>) => Output<N> | Promise<Output<N>> }

export type Dispatch = (name: string, raw: unknown) => Promise<Reply>

const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name)

/** Turns handlers into one function that never rejects. */
export function createDispatch(handlers: Handlers, log: Log): Dispatch {
  return async (name, raw) => {
    try {
      if (!isOperation(name)) throw new AppError('invalid', 'unknown operation')
      if (isTooHeavy(raw, MAX_CALL_BYTES)) throw tooHeavy(name, raw)
      const handle = handlers[name] as (input: unknown) => unknown
      return { ok: true, value: await handle(contract[name].parse(raw)) }
    } catch (error) {
      return { ok: false, error: toWire(asAppError(error, name, raw, log)) }
    }
  }
}

function asAppError(error: unknown, name: string, raw: unknown, log: Log): AppError {
  if (error instanceof AppError) return error
  if (error instanceof ZodError) return refusal(error, name, raw)
  const expected = expectedFailure(error)
  if (expected) return expected
  log.error('operation.failed', { operation: isOperation(name) ? name : 'unknown', ...describeError(error) })
  return new AppError('internal', 'unexpected error')
}

/** A file over the limit is told by its name, as one that a parser refuses is. */
const tooHeavy = (name: string, raw: unknown): AppError =>
  (name === 'file.stage' && isNamed(raw) ? tooLarge(raw.name.slice(0, 500)) : new AppError('invalid', 'the call hands over too much'))

const isNamed = (raw: unknown): raw is { name: string } =>
  typeof raw === 'object' && raw !== null && 'name' in raw && typeof raw.name === 'string'

/** An input that no parser takes; a file over the limit is told as such, since an officer can do something about it. */
function refusal(error: ZodError, name: string, raw: unknown): AppError {
  // Where nothing else is wrong with it, it has a name.
  const tooLong = error.issues.every((issue) => issue.code === 'too_big' && issue.path[0] === 'data')
  if (name === 'file.stage' && tooLong) return tooLarge((raw as { name: string }).name)
  return new AppError('invalid', `invalid input: ${places(error)}`)
}

/** Where the input was wrong, without the values that stood there: they may be document text. */
const places = (error: ZodError) =>
  error.issues.slice(0, 3).map((issue) => `${issue.path.slice(0, 6).join('.') || 'input'} (${issue.code})`).join(', ')
