// Every decision says why and how sure it is; every reason and every role has its words in both languages.
import { describe, expect, it } from 'vitest'
import en from '../../../../renderer/i18n/locales/en/importing.json' with { type: 'json' }
import ru from '../../../../renderer/i18n/locales/ru/importing.json' with { type: 'json' }
import { roleSchema, UNSURE } from '../../../../shared/model/proposal.ts'
import { NOTE_REASONS, WHERE } from '../../../../shared/segmenting/decide.ts'
import { segment } from '../../../../shared/segmenting/index.ts'
import { RULES } from '../../../../shared/segmenting/rules.ts'
import { ENGLISH } from './documents.english.ts'
import { RUSSIAN } from './documents.russian.ts'
import { laidOut } from './documents.ts'

const given = new Set([
  ...RULES.filter(({ weights }) => Object.values(weights).some((weight) => weight > 0)).map(({ reason }) => reason),
  ...Object.values(WHERE), ...Object.values(NOTE_REASONS), 'by-hand',
])

describe.each([['en', en], ['ru', ru]] as const)('%s', (_, words) => {
  it('has words for every reason', () => expect([...given].filter((reason) => !(reason in words.reason))).toEqual([]))
  it('has words for every role, and for what a paragraph may be instead', () => {
    expect(roleSchema.options.filter((role) => !(role in words.role) || !(role in words.rather))).toEqual([])
  })
})

it.each([...RUSSIAN, ...ENGLISH])('$name: each paragraph with its reason and how sure it is', ({ rows }) => {
  for (const { reasons, confidence, rival } of segment(laidOut(rows).raw, { fileName: 'a.txt', format: 'txt' }).paragraphs) {
    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons.filter((reason) => !given.has(reason))).toEqual([])
    expect(confidence).toBeGreaterThan(0)
    // Only what the officer is asked about has something it may be instead.
    expect(confidence < UNSURE || rival === undefined).toBe(true)
  }
})

it('asks about a note that nothing refers to, and says what it may be instead', () => {
  const { paragraphs } = segment(['Совместное заявление', 'Стороны заявляют о нижеследующем.', 'Стороны отметили рост.', '[7] См. приложение.']
    .map((text, i) => ({ text, line: i + 1 })), { fileName: 'a.txt', format: 'txt' })
  expect(paragraphs[3]).toMatchObject({ role: 'footnote', label: '[7]', text: 'См. приложение.', rival: 'clause', reasons: ['note-mark'] })
  expect(paragraphs[3]!.confidence).toBeLessThan(UNSURE)
})
