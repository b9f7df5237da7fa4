// The one map of operations. Every host allow-lists and validates by it; the screen calls by it.
import type { DeclarationId } from '../model/ids.ts'
import { appOperations } from './app.ts'
import { batchOperations, type BatchEvents } from './batches.ts'
import { carryingOperations } from './carrying.ts'
import { checkingOperations } from './checking.ts'
import { comparingOperations } from './comparing.ts'
import { copiesOperations } from './copies.ts'
import { curatingOperations } from './curating.ts'
import { diagnosingOperations } from './diagnosing.ts'
import { documentOperations } from './documents.ts'
import { draftOperations, type DraftEvents } from './drafts.ts'
import { exportingOperations } from './exporting.ts'
import { languageOperations } from './languages.ts'
import { libraryOperations } from './library.ts'
import { lineageOperations } from './lineage.ts'
import { precedentOperations } from './precedents.ts'
import { protectionOperations } from './protection.ts'
import { removedOperations } from './removed.ts'
import { reportingOperations } from './reporting.ts'
import { returningOperations } from './returning.ts'
import { fromWire, type Reply } from './error.ts'

export const contract = {
  ...appOperations, ...libraryOperations, ...draftOperations, ...comparingOperations, ...exportingOperations, ...returningOperations,
  ...reportingOperations, ...precedentOperations, ...checkingOperations, ...carryingOperations, ...protectionOperations, ...removedOperations, ...lineageOperations,
  ...batchOperations, ...curatingOperations, ...copiesOperations, ...diagnosingOperations, ...documentOperations, ...languageOperations,
}

export type Contract = typeof contract
export type OperationName = keyof Contract
/** What a caller passes. */
export type Input<N extends OperationName> = ReturnType<Contract[N]['parse']>
export type Output<N extends OperationName> = NonNullable<Contract[N]['output']> | (null extends Contract[N]['output'] ? null : never)

/** Hints only: after one, or after a reconnect, the screen asks again. */
export type Events = DraftEvents & BatchEvents & {
  'library.changed': { id: DeclarationId | null }
  'searches.changed': Record<string, never>
  'settings.changed': Record<string, never>
  /** Families of clauses are others: clauses were compared, or an officer corrected one. */
  'lineage.changed': Record<string, never>
  /** What `app.info` tells is another: the library may no longer be written. */
  'app.changed': Record<string, never>
  /** The library was locked, unlocked, encrypted or decrypted. */
  'protection.changed': Record<string, never>
  /** The second folder of snapshots is there again or gone, or was written to. */
  'copies.changed': Record<string, never>
  /** Another file stands in the library's place: everything is asked for anew. */
  'library.replaced': Record<string, never>
  /** The host is about to stop, or the library to be closed: what is not saved yet is saved at once. */
  'app.closing': Record<string, never>
  /** `total` 0 where it is not known. */
  'job.progress': { job: string; stage: string; done: number; total: number }
}

export interface Transport {
  request(name: string, input: unknown): Promise<Reply>
  /** Calls `push` for every event until the returned function is called. */
  subscribe(push: (event: string, payload: unknown) => void): () => void
}

export interface Client {
  /** Resolves with the operation's value; rejects with an `AppError`. */
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>>
  on<E extends keyof Events>(event: E, heard: (payload: Events[E]) => void): () => void
}

/** The typed calls of a transport. */
export const connect = (transport: Transport): Client => ({
  async call(name, input) {
    const reply = await transport.request(name, input)
    if (!reply.ok) throw fromWire(reply.error)
    return reply.value as Output<typeof name>
  },
  on: (event, heard) => transport.subscribe((name, payload) => {
    if (name === event) heard(payload as Events[typeof event])
  }),
})
