// One operation: its access, its schema and its parser exist at run time, its output is a type.
import { z } from '../model/schema.ts'

export interface Operation<Input, Output> {
  access: 'read' | 'write'
  schema: z.ZodType
  parse: (raw: unknown) => Input
  readonly output?: Output
}

/** `read<Output>()(schema)`: an operation that changes nothing. */
export const read = <Output>() => <Schema extends z.ZodType>(schema: Schema): Operation<z.output<Schema>, Output> =>
  ({ access: 'read', schema, parse: (raw) => schema.parse(raw) })

/** `write<Output>()(schema)`: an operation that changes the library. */
export const write = <Output>() => <Schema extends z.ZodType>(schema: Schema): Operation<z.output<Schema>, Output> =>
  ({ access: 'write', schema, parse: (raw) => schema.parse(raw) })

export const nothing = z.strictObject({})
/** Chosen by the caller of a long operation, to follow its progress and to cancel it. */
export const jobSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
