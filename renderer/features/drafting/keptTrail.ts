// What of the undo history is kept with the draft already, so that a save hands over only the steps that came or became others.
import type { Step, Trail, TrailChange } from '../../../shared/model/trail.ts'

type Told = { steps: readonly Step[] } & Pick<TrailChange, 'done' | 'caret'>

export class KeptTrail {
  #from = 0
  #steps: readonly Step[] = []

  /** As it was found; null where nothing is kept that goes on here. */
  resume(trail: Trail | null): void {
    this.#from = trail?.from ?? 0
    this.#steps = trail?.steps ?? []
  }

  clear(): void {
    this.resume(null)
  }

  /** What makes the kept trail this one; `keep` once it is stored. */
  changeTo({ steps, done, caret }: Told): { change: TrailChange; keep: () => void } {
    // Steps are the same objects as long as they are the same; the first ones may have been let go.
    const start = steps.length > 0 ? this.#steps.indexOf(steps[0]!) : -1
    let same = 0
    if (start >= 0) while (same < steps.length && steps[same] === this.#steps[start + same]) same++
    const first = start >= 0 ? this.#from + start : 0
    const change = { from: first + same, steps: steps.slice(same), done: first + done, caret }
    return {
      change,
      keep: () => {
        this.#from = first
        this.#steps = [...steps]
      },
    }
  }
}
