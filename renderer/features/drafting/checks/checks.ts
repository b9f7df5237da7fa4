// The checks of a draft as the screen holds them: findings by paragraph, without those that the officer let be.
import { checkParagraph, draftFacts, liveText, rememberedFacts, type DraftFacts, type Finding, type FindingKind, type SourceFacts, FINDING_KINDS } from '../../../../shared/checking/index.ts'
import type { CheckGround, Dismissal } from '../../../../shared/model/finding.ts'
import type { DraftDetails } from '../../../../shared/model/draft.ts'
import type { DeclarationId } from '../../../../shared/model/ids.ts'
import type { Block, Statement } from '../../../../shared/model/statement.ts'
import type { Doubt } from '../../../editor/index.ts'

export interface Check {
  /** Block, kind and place. */
  id: string
  /** Index of the paragraph. */
  block: number
  doubt: Doubt
  finding: Finding
  /** The words beside it: a check that was let be comes back when they change. */
  near: string
}

/** Declarations that a text has paragraphs from, in one order. */
export const sourcesOf = ({ blocks }: Statement): DeclarationId[] =>
  [...new Set(blocks.flatMap(({ source }) => (source ? [source.declarationId] : [])))].sort().slice(0, 500)

const WORDS_BESIDE = 3
const beside = (words: string, last: boolean) => words.split(/\s+/u).filter(Boolean).slice(...(last ? [-WORDS_BESIDE] : [0, WORDS_BESIDE])).join(' ')

const checkOf = (block: Block, index: number, text: string, finding: Finding): Check => ({
  id: `${block.id} ${finding.kind} ${finding.from}`,
  block: index,
  doubt: { blockId: block.id, from: finding.from, to: finding.to, found: finding.found },
  finding,
  near: `${beside(text.slice(Math.max(0, finding.from - 100), finding.from), true)}…${beside(text.slice(finding.to, finding.to + 100), false)}`.slice(0, 1000),
})

/** Checks every paragraph, with a step for each whose wording was not known. */
export type Checker = (statement: Statement, details: DraftDetails, ground: CheckGround, today: string) => Generator<void, Check[]>

/** A checker that remembers each wording's findings for as long as the text has it. */
export function createChecker(): Checker {
  let known = new Map<string, Finding[]>()
  let against = ''
  return function* check(statement, details, ground, today) {
    const sources = new Map<string, SourceFacts>(Object.entries(ground.sources))
    const draft: DraftFacts = draftFacts(details, statement, sources, today)
    const now = JSON.stringify([draft, ground])
    const before = now === against ? known : new Map<string, Finding[]>()
    const met = new Map<string, Finding[]>()
    const checks: Check[] = []
    for (const [index, block] of statement.blocks.entries()) {
      const text = liveText(block)
      const key = `${block.source?.declarationId ?? ''}\n${text}`
      let findings = met.get(key) ?? before.get(key)
      if (!findings) {
        const source = block.source ? sources.get(block.source.declarationId) ?? rememberedFacts(block.source) : null
        findings = checkParagraph(text, source, draft, ground.successors)
        yield
      }
      met.set(key, findings)
      for (const finding of findings) checks.push(checkOf(block, index, text, finding))
    }
    known = met
    against = now
    return checks
  }
}

export const dismissalOf = ({ doubt, finding, near }: Check): Dismissal =>
  ({ block: doubt.blockId, kind: finding.kind, found: finding.found.slice(0, 1000), near })

const keyOf = ({ block, kind, found, near }: Dismissal) => [block, kind, found, near].join('\n')

/** Those still open, and those that were let be. */
export function sorted(checks: readonly Check[], dismissed: readonly Dismissal[]): { open: Check[]; settled: Check[] } {
  const quiet = new Set(dismissed.map(keyOf))
  const isSettled = (check: Check) => quiet.has(keyOf(dismissalOf(check)))
  return { open: checks.filter((check) => !isSettled(check)), settled: checks.filter(isSettled) }
}

/** How many of each kind, in the order of kinds; none of zero. */
export const countKinds = (checks: readonly Check[]): { kind: FindingKind; count: number }[] =>
  FINDING_KINDS.map((kind) => ({ kind, count: checks.filter(({ finding }) => finding.kind === kind).length })).filter(({ count }) => count > 0)

/** Checks whose proposal may be taken as it stands; what may be meant as it is, is none of them. */
export const takeable = (checks: readonly Check[]): { doubt: Doubt; text: string }[] =>
  checks.flatMap(({ doubt, finding }) => (finding.proposal?.sure && finding.confidence !== 'unsure' ? [{ doubt, text: finding.proposal.text }] : []))

/** The next one after a place, or before it, going round at the ends; null where there is none. */
export function nextCheck(checks: readonly Check[], at: { block: number; offset: number } | null, backward: boolean): Check | null {
  const isAfter = ({ block, doubt }: Check) => at === null || block > at.block || (block === at.block && doubt.from >= at.offset)
  const isBefore = ({ block, doubt }: Check) => at !== null && (block < at.block || (block === at.block && doubt.to < at.offset))
  return (backward ? checks.findLast(isBefore) ?? checks.at(-1) : checks.find(isAfter) ?? checks[0]) ?? null
}

/** By paragraph, in order. */
export function byBlock(checks: readonly Check[]): { block: number; checks: Check[] }[] {
  const groups: { block: number; checks: Check[] }[] = []
  for (const check of checks) {
    const last = groups.at(-1)
    if (last?.block === check.block) last.checks.push(check)
    else groups.push({ block: check.block, checks: [check] })
  }
  return groups
}
