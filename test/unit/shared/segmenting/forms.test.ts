// Forms of the trade, Russian and English, as whole invented documents: what kind each paragraph is, and what is known of all.
import { describe, expect, it } from 'vitest'
import { segment } from '../../../../shared/segmenting/index.ts'
import { ENGLISH } from './documents.english.ts'
import { RUSSIAN } from './documents.russian.ts'
import { expectRoles, laidOut, type FormSample } from './documents.ts'

describe.each<[string, readonly FormSample[]]>([['ru', RUSSIAN], ['en', ENGLISH]])('%s', (_, samples) => {
  it.each(samples)('$name', ({ rows, facts, names = [] }) => {
    const { raw, expected } = laidOut(rows)
    const { paragraphs, metadata, warnings } = segment(raw, { fileName: 'text.txt', format: 'txt' })
    expectRoles(paragraphs, expected)
    expect(metadata).toMatchObject(facts)
    expect(warnings.filter(({ code }) => code === 'names-documents').map(({ message }) => message)).toEqual(names)
  })
})
