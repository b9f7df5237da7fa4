// Checking for stale facts: how many of the planted ones are found inside clauses of the samples, how many false alarms there are
// in what is right and in real texts against what they say of themselves, and what a paragraph costs.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { propose } from '../../electron/core/importing/propose.ts'
import { checkParagraph, draftFacts, FINDING_KINDS, liveText, sourceFacts, type Finding } from '../../shared/checking/index.ts'
import { assemble } from '../../shared/segmenting/index.ts'
import { corpus, corpusFile } from '../support/corpus.ts'
import { facts, PLANTED, RIGHT, successors } from '../support/planted.ts'
import { templates } from '../support/services.ts'
import type { Bench } from './support/bench.ts'

const clausesOf = (language: string) =>
  readFileSync(join(templates, 'samples', `olmin-2021-${language}.txt`), 'utf8').split('\n').filter((line) => line.endsWith('.') && line.length > 120)

export const bench: Bench = (report, note) => {
  const clauses = { ru: clausesOf('ru'), en: clausesOf('en') }
  const tally = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, { all: 0, found: 0, proposed: 0 }]))
  let paragraphs = 0
  const start = process.cpuUsage()
  for (const { language, text, kind, found, proposal } of PLANTED) {
    for (const clause of clauses[language]) {
      paragraphs++
      const { source, draft } = facts[language]
      const hit = checkParagraph(`${text} ${clause}`, source, draft, successors).find((one) => one.found === found && one.kind === kind && one.from < text.length)
      tally[kind]!.all++
      if (hit) tally[kind]!.found++
      if (hit && (hit.proposal?.text ?? null) === proposal) tally[kind]!.proposed++
    }
  }
  const { user, system } = process.cpuUsage(start)
  const cost = (user + system) / 1000 / paragraphs
  const sum = (key: 'all' | 'found' | 'proposed') => Object.values(tally).reduce((total, one) => total + one[key], 0)
  report({ name: 'planted stale facts found', value: (100 * sum('found')) / sum('all'), unit: '%', bar: { atLeast: 95 } })
  report({ name: 'with the right proposal', value: (100 * sum('proposed')) / sum('all'), unit: '%', bar: { atLeast: 95 } })
  for (const [kind, { all, found, proposed }] of Object.entries(tally)) note(`${kind.padEnd(10)} ${found} of ${all}, proposal right ${proposed}`)

  let alarms = 0
  let right = 0
  for (const { language, text } of RIGHT) {
    for (const clause of clauses[language]) {
      right++
      const { source, draft } = facts[language]
      alarms += checkParagraph(`${text} ${clause}`, source, draft, successors).filter(({ from, to }) => from < text.length && to <= text.length).length
    }
  }
  report({ name: `false alarms in ${right} wordings that are right`, value: alarms, unit: '', bar: { atMost: right / 100 } })
  report({ name: 'processor time of a paragraph', value: cost, unit: 'ms', bar: { atMost: 2 } })
  if (corpus) realTexts(report, note)
}

function realTexts(report: Parameters<Bench>[0], note: Parameters<Bench>[1]): void {
  const found: Finding[] = []
  let blocks = 0
  for (const prefix of ['000', '001', '002', '003', '004']) {
    const file = corpusFile(prefix)
    const proposal = propose(new Uint8Array(readFileSync(file)), basename(file))
    const statement = assemble(proposal)
    const { title, form, language, date, place, parties } = proposal.metadata
    const own = sourceFacts(proposal.metadata, statement)
    const draft = draftFacts({ title, form, language, date, place, parties, base: null }, statement, new Map([['own', own]]), new Date().toISOString().slice(0, 10))
    blocks += statement.blocks.length
    for (const source of [own, null]) for (const block of statement.blocks) found.push(...checkParagraph(liveText(block), source, draft, successors))
  }
  report({ name: `false alarms in ${blocks} paragraphs of real texts`, value: found.length, unit: '', bar: { atMost: blocks / 100 } })
  for (const kind of FINDING_KINDS) note(`${kind.padEnd(10)} ${found.filter((one) => one.kind === kind).length}`)
}
