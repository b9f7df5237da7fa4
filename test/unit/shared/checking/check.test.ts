// Stale facts: everything planted is found and nothing that is right is flagged; in clauses of the samples, and in real texts
// against what they say of themselves.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propose } from '../../../../electron/core/importing/propose.ts'
import { checkParagraph, draftFacts, FINDING_KINDS, liveText, sourceFacts, type Finding } from '../../../../shared/checking/index.ts'
import type { DraftDetails } from '../../../../shared/model/draft.ts'
import { assemble } from '../../../../shared/segmenting/index.ts'
import { corpus, corpusFile } from '../../../support/corpus.ts'
import { facts, PLANTED, RIGHT, successors, type Planted } from '../../../support/planted.ts'
import { templates } from '../../../support/services.ts'

const check = ({ language, text }: Pick<Planted, 'language' | 'text'>) => {
  const { source, draft } = facts[language]
  return checkParagraph(text, source, draft, successors)
}

describe('a stale fact is found, with what the draft says instead', () => {
  for (const planted of PLANTED) {
    test(`${planted.kind}: ${planted.text}`, () => {
      const of = check(planted).find(({ found }) => found === planted.found)
      expect([of?.kind, of?.proposal?.text ?? null]).toEqual([planted.kind, planted.proposal])
    })
  }
})

describe('what is right stays', () => {
  for (const right of RIGHT) test(`${right.text}`, () => expect(check(right).map(({ kind, found }) => [kind, found])).toEqual([]))
})

test('inside clauses of the samples at least 95 in 100 are found', () => {
  const clauses = Object.fromEntries((['ru', 'en'] as const).map((language) =>
    [language, readFileSync(join(templates, 'samples', `olmin-2021-${language}.txt`), 'utf8').split('\n').filter((line) => line.endsWith('.') && line.length > 120)]))
  let all = 0
  let found = 0
  for (const planted of PLANTED) {
    for (const clause of clauses[planted.language]!) {
      all++
      const text = `${planted.text} ${clause}`
      if (check({ ...planted, text }).some((one) => one.from < planted.text.length && one.kind === planted.kind && one.found === planted.found)) found++
    }
  }
  expect(all).toBeGreaterThan(500)
  expect(found / all).toBeGreaterThanOrEqual(0.95)
})

describe.skipIf(!corpus)('real texts against what they say of themselves', () => {
  for (const prefix of ['000', '001', '002', '003', '004']) {
    test(`text ${prefix}`, () => {
      const file = corpusFile(prefix)
      const proposal = propose(new Uint8Array(readFileSync(file)), basename(file))
      const statement = assemble(proposal)
      const { metadata } = proposal
      const own = sourceFacts(metadata, statement)
      const { title, form, language, date, place, parties } = metadata
      const details: DraftDetails = { title, form, language, date, place, parties, base: null }
      const kinds = (source: typeof own | null): Finding[] => statement.blocks.flatMap((block) =>
        checkParagraph(liveText(block), source, draftFacts(details, statement, new Map(source ? [['own', source]] : []), '2026-01-10'), successors))
      expect(kinds(own)).toEqual([])
      expect(kinds(null)).toEqual([])
    })
  }
})

test('findings lie in the text, in order, none over another, and a text of its own source has none', () => {
  const words = fc.constantFrom(...PLANTED.map(({ text }) => text), ...RIGHT.map(({ text }) => text), 'г.', '«', '»', '(', '2022', '1', '. ', '\u00a0', 'Нур-Султан', 'в')
  fc.assert(fc.property(fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')), (text) => {
    const { source, draft } = facts.ru
    let end = 0
    for (const { from, to, found, kind } of checkParagraph(text, source, draft, successors)) {
      expect(from).toBeGreaterThanOrEqual(end)
      expect(found).toBe(text.slice(from, to))
      expect(FINDING_KINDS).toContain(kind)
      end = to
    }
    const own = { ...draft, date: source.date, place: source.place, parties: source.parties, terms: source.terms, meeting: source.meeting }
    expect(checkParagraph(text, source, own, []).filter(({ why, kind }) => why !== 'announced' && kind !== 'term')).toEqual([])
  }))
})
