// Versions of a clause as an officer might write it anew: edited here and there, cut in half, or with many other words.

export type Rewriting = 'light' | 'half' | 'heavy'

const SHARE: Record<Exclude<Rewriting, 'half'>, number> = { light: 0.2, heavy: 0.4 }
/** Replaced, deleted, or with a word put before it. */
const REPLACED = 0.6
const DELETED = 0.8

/** `foreign` gives clauses whose words come in; `light` edits up to its share of the words, `heavy` all of its. */
export function rewrite(text: string, kind: Rewriting, foreign: () => string, random: () => number): string {
  const words = text.split(' ')
  if (kind === 'half') {
    const middle = Math.ceil(words.length / 2)
    return (random() < 0.5 ? words.slice(0, middle) : words.slice(-middle)).join(' ')
  }
  const other = () => {
    const list = foreign().split(' ')
    return list[Math.floor(random() * list.length)]!
  }
  const times = Math.floor(words.length * SHARE[kind] * (kind === 'light' ? random() : 1))
  const places = words.map((_, at) => ({ at, order: random() })).sort((a, b) => a.order - b.order).slice(0, times).map(({ at }) => at)
  for (const at of places.sort((a, b) => b - a)) {
    const fate = kind === 'heavy' ? 0 : random()
    if (fate < REPLACED) words[at] = other()
    else if (fate < DELETED) words.splice(at, 1)
    else words.splice(at, 0, other())
  }
  return words.join(' ')
}
