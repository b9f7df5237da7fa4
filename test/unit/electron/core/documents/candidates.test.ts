// Candidates for a known document are the same as if it were held against every declaration of its days.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidatesIn } from '../../../../../electron/core/documents/candidates.ts'
import type { StoredDocument } from '../../../../../electron/core/documents/rows.ts'
import { byLikelihood, daysOf, matchOf, readName } from '../../../../../shared/identity/index.ts'
import type { DeclarationSummary } from '../../../../../shared/model/declaration.ts'
import type { DeclarationId } from '../../../../../shared/model/ids.ts'

const WORDS = ['Концепция', 'План', 'Протокол', 'чистых', 'рек', 'портов', 'паромов']
const title = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
const day = fc.option(fc.integer({ min: 1, max: 20 }).map((number) => new Date(Date.UTC(2024, 4, number)).toISOString().slice(0, 10)), { freq: 1 })

const declaration = fc.record({ title, date: day, grade: fc.constantFrom('official' as const, 'press-report' as const) })
  .map(({ title, date, grade }): DeclarationSummary => ({
    id: '' as DeclarationId, title, date, grade, form: 'other', language: 'ru', place: null, parties: [], definedTerms: [], source: '', clauses: 1, passages: 0, added: '', sample: false,
    status: 'current', curation: { tags: [], topics: [], note: '', favourite: false, barred: null },
  }))
const library = fc.array(declaration, { maxLength: 30 }).map((all) => all.map((each, index) => ({ ...each, id: `d${index}` as DeclarationId })))
const document = fc.record({ name: title, date: day, reported: fc.array(day, { minLength: 1, maxLength: 2 }) })
  .map(({ name, date, reported }): StoredDocument => ({ ...readName(name), id: 1, date, reported, declaration: null, dismissed: false, namedBy: [] }))

test('whatever the library and the document', () => {
  fc.assert(fc.property(library, document, (declarations, known) => {
    const span = daysOf(known)
    const all = declarations.filter(({ date, grade }) => grade !== 'press-report' && (!span || date === null || (date >= span.from && date <= span.to)))
      .flatMap((text) => {
        const match = matchOf(known, text)
        return match ? [{ declaration: text.id, ...match }] : []
      })
    const found = candidatesIn(declarations)(known)
    const likelihoods = (matches: typeof found) => matches.map(({ isSure, reasons }) => ({ isSure, reasons: reasons.length }))
    expect(found.every((each) => all.some(({ declaration: id }) => id === each.declaration))).toBe(true)
    expect(likelihoods(found)).toEqual(likelihoods(all.sort(byLikelihood).slice(0, 5)))
  }), { numRuns: 500 })
})
