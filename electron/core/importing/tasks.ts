// The import task, run in a worker: a hostile file may cost time, never the window.
import type { Proposal } from '../../../shared/model/proposal.ts'
import type { Task } from '../jobs/task.ts'
import { propose } from './propose.ts'

export const importTask: Task<{ bytes: Uint8Array; name: string }, Proposal> =
  ({ bytes, name }, report) => propose(bytes, name, report)
