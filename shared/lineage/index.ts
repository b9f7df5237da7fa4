// Lineages of clauses, all of it pure.
export { familiesOf, LEAST_LIKENESS, type ByHand, type Member, type Pair } from './families.ts'
export { gapsOf, type Gap, type Known } from './gaps.ts'
export { likeness, likenessTo, rarity, stemsIn, type Stems } from './likeness.ts'
