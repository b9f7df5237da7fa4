// What officers said in acts, each revoked by a later one, between two libraries. The acts of the file come after those here, in their
// order, so that each can be undone. What both sides said alike stands once, and is revoked where either side revoked it.

/** Said by one act, and in force until another revoked it. */
export interface Said {
  since: number
  until: number | null
}

export interface Difference<T extends Said> {
  fresh: T[]
  /** Rows here that were revoked there, by which act. */
  revoked: { rowid: number; until: number }[]
}

/** `nameOf` is the same of what is said alike. */
export function differenceOf<T extends Said>(here: readonly (T & { rowid: number })[], theirs: readonly T[], nameOf: (said: T) => string): Difference<T> {
  const left = new Map<string, (T & { rowid: number })[]>()
  for (const each of here) left.set(nameOf(each), [...(left.get(nameOf(each)) ?? []), each])
  const fresh: T[] = []
  const revoked: Difference<T>['revoked'] = []
  for (const each of theirs.toSorted((a, b) => a.since - b.since)) {
    const own = left.get(nameOf(each))?.shift()
    if (!own) fresh.push(each)
    else if (own.until === null && each.until !== null) revoked.push({ rowid: own.rowid, until: each.until })
  }
  return { fresh, revoked }
}

/** All that will stand here. */
export function together<T extends Said>(here: readonly (T & { rowid: number })[], { fresh, revoked }: Difference<T>): T[] {
  const gone = new Set(revoked.map(({ rowid }) => rowid))
  return [...here.filter(({ rowid }) => !gone.has(rowid)), ...fresh]
}

/** Acts of the file → acts here, behind the latest. */
export function actsBehind<T extends Said>(latest: number, { fresh, revoked }: Difference<T>): (act: number) => number {
  const acts = [...fresh.flatMap(({ since, until }) => [since, until]), ...revoked.map(({ until }) => until)].filter((act) => act !== null)
  const actOf = new Map([...new Set(acts)].sort((a, b) => a - b).map((act, index) => [act, latest + index + 1]))
  return (act) => actOf.get(act)!
}
