// A filter in its shortest form, so that two that do the same are the same, and the small changes of one.
import type { ClauseFilter } from '../contract/library.ts'

/** How many of the kinds of filter are in use. */
export const filtersInUse = (filter: ClauseFilter): number => Object.keys(tidied(filter)).length

/** The filter without what lets everything through: two filters that do the same are the same. */
export function tidied({ section, years, ...lists }: ClauseFilter): ClauseFilter {
  const set = Object.entries(lists).filter(([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0))
  const { from, to } = years ?? {}
  return {
    ...(Object.fromEntries(set) as ClauseFilter),
    ...((from !== undefined || to !== undefined) && { years: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } }),
    ...(section?.trim() && { section: section.trim() }),
  }
}

/** Whether two filters let the same through; the order of a list says nothing. */
export function sameFilter(one: ClauseFilter, other: ClauseFilter): boolean {
  const written = (filter: ClauseFilter) => JSON.stringify(
    Object.entries(tidied(filter)).map(([kind, value]) => [kind, Array.isArray(value) ? [...value].sort() : value]).sort(([a], [b]) => String(a).localeCompare(String(b))),
  )
  return written(one) === written(other)
}

/** A list of the filter with `value` added, or taken out where it was in. */
export const toggledIn = <K extends 'forms' | 'parties' | 'grades' | 'languages' | 'statuses' | 'tags' | 'topics' | 'declarations'>(
  filter: ClauseFilter, kind: K, value: NonNullable<ClauseFilter[K]>[number],
): ClauseFilter => tidied({ ...filter, [kind]: toggled<unknown>(filter[kind] ?? [], value) })

/** The list with `value` added, or taken out where it was in. */
export const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value]
