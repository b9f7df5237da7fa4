// Work in steps on the thread that answers windows: between two steps others have their turn.
import { setImmediate as breathe } from 'node:timers/promises'
import { AppError } from '../../shared/contract/error.ts'

export type Turns = <T>(steps: Generator<void, T>, asker?: string) => Promise<T>

/** Runs steps; newer work for the same `asker` ends what it asked for before with `cancelled`. */
export function createTurns(): Turns {
  const latest = new Map<string, object>()
  return async (steps, asker) => {
    const turn = {}
    if (asker !== undefined) latest.set(asker, turn)
    try {
      for (;;) {
        const step = steps.next()
        if (step.done) return step.value
        await breathe()
        if (asker !== undefined && latest.get(asker) !== turn) throw new AppError('cancelled', 'asked anew')
      }
    } finally {
      if (asker !== undefined && latest.get(asker) === turn) latest.delete(asker)
    }
  }
}
