// Families: clauses of the same substance in several declarations. Two clauses are kin where they are alike enough and each is
// the other's nearest in its declaration. The closest kin join first; a family takes one clause of a declaration only, so that a
// chain of small changes over the years is one line, and two clauses of one text never become the same. What comes out depends
// on the clauses alone, not on the order in which they were stored.
//
// The officer's word wins over all of this: pinned clauses are together and computed kin make room for them, a clause that was
// taken out has no kin, and a join brings two families together as they are.

export interface Member {
  id: string
  declaration: string
}

export interface Pair {
  one: string
  other: string
  /** 0…1, see `likeness`. */
  likeness: number
}

export interface ByHand {
  /** Pairs that hold whatever is computed. */
  pinned: readonly (readonly [string, string])[]
  /** Pairs whose families are one. */
  joined: readonly (readonly [string, string])[]
  /** Clauses taken out: only a pair by hand brings one together with others. */
  apart: ReadonlySet<string>
}

/** Less is another substance: of pairs of nearest clauses read by a person, the closest wrong one had 0.29. */
export const LEAST_LIKENESS = 0.33

/** Every member in exactly one family; each family, and the list of them, in the order of the members. */
export function familiesOf(members: readonly Member[], pairs: readonly Pair[], { pinned, joined, apart }: ByHand): string[][] {
  const groups = new Groups(members)
  const hold = (held: ByHand['pinned']) => {
    for (const [one, other] of held) if (groups.has(one) && groups.has(other)) groups.join(one, other)
  }
  hold(pinned)
  const able = pairs.filter(({ one, other, likeness }) =>
    likeness >= LEAST_LIKENESS && groups.has(one) && groups.has(other) && !apart.has(one) && !apart.has(other))
  for (const { one, other } of mutual(able, members)) if (!groups.meet(one, other)) groups.join(one, other)
  hold(joined)
  return groups.all()
}

/** Pairs of which each is the other's nearest in its declaration, the closest first. */
function mutual(pairs: readonly Pair[], members: readonly Member[]): Pair[] {
  const declaration = new Map(members.map((member) => [member.id, member.declaration]))
  const nearest = new Map<string, Pair>()
  const ordered = pairs.filter(({ one, other }) => declaration.get(one) !== declaration.get(other)).sort(closestFirst)
  const sides = ({ one, other }: Pair) => [`${one} ${declaration.get(other)!}`, `${other} ${declaration.get(one)!}`]
  for (const pair of ordered) for (const side of sides(pair)) if (!nearest.has(side)) nearest.set(side, pair)
  return ordered.filter((pair) => sides(pair).every((side) => nearest.get(side) === pair))
}

/** Of two pairs equally close, the same one every time. */
const closestFirst = (a: Pair, b: Pair) => b.likeness - a.likeness || (nameOf(a) < nameOf(b) ? -1 : 1)
const nameOf = ({ one, other }: Pair) => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** Disjoint groups of members, each with the declarations it has clauses of. */
class Groups {
  readonly #group = new Map<string, { ids: string[]; declarations: Set<string> }>()
  readonly #order: readonly Member[]

  constructor(members: readonly Member[]) {
    this.#order = members
    for (const { id, declaration } of members) this.#group.set(id, { ids: [id], declarations: new Set([declaration]) })
  }

  has(id: string): boolean {
    return this.#group.has(id)
  }

  /** Whether the two are together already, or have clauses of one declaration. */
  meet(one: string, other: string): boolean {
    const [a, b] = [this.#group.get(one)!, this.#group.get(other)!]
    return a === b || [...a.declarations].some((declaration) => b.declarations.has(declaration))
  }

  join(one: string, other: string): void {
    const [a, b] = [this.#group.get(one)!, this.#group.get(other)!].sort((x, y) => y.ids.length - x.ids.length)
    if (a === b) return
    for (const id of b!.ids) {
      a!.ids.push(id)
      this.#group.set(id, a!)
    }
    for (const declaration of b!.declarations) a!.declarations.add(declaration)
  }

  all(): string[][] {
    const families = new Map<object, string[]>()
    for (const { id } of this.#order) {
      const group = this.#group.get(id)!
      const family = families.get(group)
      if (family) family.push(id)
      else families.set(group, [id])
    }
    return [...families.values()]
  }
}
