// Filters of the library and what can be chosen in them.
export { facetsOf, type Counted } from './facets.ts'
export { filtersWithout, narrows, narrowsClauses, passes, passesNoted, type Noted } from './filter.ts'
export { filtersInUse, sameFilter, tidied, toggled, toggledIn } from './tidy.ts'
