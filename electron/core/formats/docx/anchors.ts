// Where comments stand. A range from start to end is the rule; a comment that has none stands at its sign, beside a word.

export interface Anchors {
  start(id: string): void
  end(id: string): void
  /** Comments that the text written now belongs to. */
  here(): readonly string[]
  /** A comment's sign: the comment's key where no text was in its range, so that it needs a word to stand at. */
  sign(id: string): string | null
}

/** Of a run, as the model has it. */
const MOST = 50

/**
 * Keys of comments are their ids with a count, since a foreign file may use an id twice: the first range with an id is that of
 * the first comment with it.
 */
export function openAnchors(): Anchors {
  const started = new Map<string, number>()
  const signed = new Map<string, number>()
  const open = new Map<string, string>()
  const covered = new Set<string>()
  let here: readonly string[] = []
  const next = (counts: Map<string, number>, id: string) => {
    const count = (counts.get(id) ?? 0) + 1
    counts.set(id, count)
    return commentKey(id, count)
  }
  const list = () => {
    here = open.size === 0 ? [] : [...open.values()].slice(0, MOST)
  }
  return {
    start(id) {
      if (open.size >= MOST) return
      open.set(id, next(started, id))
      list()
    },
    end(id) {
      if (open.delete(id)) list()
    },
    here() {
      for (const key of here) covered.add(key)
      return here
    },
    sign(id) {
      const key = next(signed, id)
      return covered.has(key) ? null : key
    },
  }
}

export const commentKey = (id: string, count: number): string => `${id} ${count}`
