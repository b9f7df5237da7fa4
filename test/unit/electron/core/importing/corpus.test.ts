// The five real source texts: each must import to what was counted in it by hand. Their words stay out of this file: where
// words matter they are compared with lines of the source itself.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { propose } from '../../../../../electron/core/importing/propose.ts'
import { clausesOf, sectionsOf } from '../../../../../shared/model/declaration.ts'
import { clauseIdSchema } from '../../../../../shared/model/ids.ts'
import { proposalSchema } from '../../../../../shared/model/proposal.ts'
import { blockText, statementSchema, type BlockKind } from '../../../../../shared/model/statement.ts'
import { assemble } from '../../../../../shared/segmenting/index.ts'
import { corpus, corpusFile } from '../../../../support/corpus.ts'

function read(prefix: string) {
  const file = corpusFile(prefix)
  const bytes = readFileSync(file)
  const lines = bytes.toString('utf8').split('\n').map((line) => line.trim())
  const proposal = propose(new Uint8Array(bytes), basename(file))
  const statement = assemble(proposal)
  const clauses = clausesOf(statement, (block) => clauseIdSchema.parse(block.id))
  const count = (kind: BlockKind) => statement.blocks.filter((block) => block.kind === kind).length
  const leftOut = proposal.paragraphs.flatMap((paragraph, i) => (paragraph.role === 'left-out' ? [i] : []))
  const named = proposal.warnings.filter((warning) => warning.code === 'names-documents').map((warning) => warning.message)
  return { ...proposal, proposal, lines, statement, clauses, sections: sectionsOf(statement), count, leftOut, named }
}
const squeeze = (text: string) => text.replace(/\s+/gu, '')

describe.skipIf(!corpus)('corpus', () => {
  it.each(['000', '001', '002', '003', '004'])('%s: valid, and every raw paragraph in exactly one place', (prefix) => {
    const { proposal, statement, paragraphs, raw } = read(prefix)
    expect(() => proposalSchema.parse(proposal)).not.toThrow()
    expect(() => statementSchema.parse(statement)).not.toThrow()
    expect(paragraphs.flatMap((paragraph) => paragraph.raw)).toEqual(raw.map((_, i) => i))
    for (const paragraph of paragraphs) {
      const source = paragraph.raw.map((i) => raw[i]!.text).join('')
      expect(squeeze((paragraph.label ?? '') + paragraph.text)).toBe(squeeze(source))
    }
  })

  it('000: the joint statement of 2022', () => {
    const { metadata, lines, statement, clauses, sections, count, numbering, warnings, leftOut } = read('000')
    expect(metadata).toMatchObject({
      title: lines.slice(0, 3).join(' '), form: 'joint-statement', language: 'ru', grade: 'official', date: '2022-06-08',
      place: 'Нур-Султан', definedTerms: ['Стороны'],
    })
    expect(metadata.parties.map((party) => party.state)).toEqual(
      ['Казахстан', 'Китай', 'Кыргызстан', 'Таджикистан', 'Туркменистан', 'Узбекистан'])
    expect(metadata.parties.map((party) => party.code)).toEqual(['KZ', 'CN', 'KG', 'TJ', 'TM', 'UZ'])
    const chapeau = statement.blocks.filter((block) => block.kind === 'chapeau').map(blockText)
    for (const { person, title } of metadata.parties) {
      expect(chapeau[0]).toContain(` ${person}`)
      expect(person).toMatch(/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}*$/u)
      expect(chapeau[0]).toContain(title)
      expect(title).toMatch(/^(?:Министр|Заместитель|Член|Исполняющий обязанности) .*\p{L}$/u)
    }
    expect([count('title'), count('chapeau'), count('place-date')]).toEqual([3, 2, 1])
    expect(chapeau[1]).toMatch(/ о нижеследующем\.$/u)
    expect(sections.map((section) => section.number)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'])
    expect(sections.map((section) => section.clauses)).toEqual([18, 13, 11, 10, 5, 3, 4, 7])
    const fourth = lines.findIndex((line) => line.startsWith('IV.'))
    expect(`IV. ${sections[3]!.heading}`).toBe(`${lines[fourth]} ${lines[fourth + 1]}`)
    expect(clauses.length).toBe(71)
    expect(clauses.every((clause) => clause.number === null && clause.section.length === 1)).toBe(true)
    expect(clauses.map((clause) => clause.text).join()).toContain('\u00A0')
    expect(numbering).toEqual({ sections: 'roman', clauses: 'none', items: 'none' })
    expect([warnings, leftOut]).toEqual([[], []])
  })

  it('001: a news report that names five documents', () => {
    const { metadata, lines, clauses, paragraphs, leftOut, named } = read('001')
    expect(metadata).toMatchObject({ title: lines[0], grade: 'press-report', place: 'Ташкент', date: null, parties: [] })
    expect(clauses.every((clause) => clause.kind === 'passage')).toBe(true)
    expect(named.length).toBe(5)
    for (const name of named) expect(lines.join('\n')).toContain(name)
    expect(leftOut.map((i) => paragraphs[i]!.text.split(' ')[0])).toEqual(['Фото:', 'Рассказать'])
  })

  it('002: a wrapped report of twenty paragraphs', () => {
    const { metadata, lines, paragraphs, named } = read('002')
    expect(metadata).toMatchObject({ grade: 'press-report', title: lines.find((line) => line !== '') })
    expect(paragraphs.length).toBe(20)
    expect(paragraphs.every((paragraph) => paragraph.role === 'passage')).toBe(true)
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n')
    expect(text).toContain('онлайн-формате')
    expect(text).toContain('культурно-гуманитарного')
    expect(text).not.toMatch(/ {2}/u)
    const dates = named.map((name) => /\d[\d-]* \p{L}+ \d{4}/u.exec(name)?.[0])
    expect(dates).toEqual(['22 июня 2018', '10-11 ноября 2017', '29 ноября 2019'])
  })

  it('003: an article', () => {
    const { metadata, lines, clauses, paragraphs, leftOut } = read('003')
    expect(metadata).toMatchObject({ grade: 'press-report', date: '2025-11-17', title: lines[0]!.split('2025-11-17 ')[1] })
    expect(clauses.every((clause) => clause.kind === 'passage')).toBe(true)
    expect(leftOut.map((i) => paragraphs[i]!.text.split(' ')[0])).toEqual(Array.from({ length: 7 }, () => 'Фото:'))
  })

  it('004: the declaration inside a news page', () => {
    const { metadata, lines, statement, clauses, sections, count, paragraphs, numbering, warnings, leftOut } = read('004')
    expect(metadata).toMatchObject({
      title: lines[31], form: 'declaration', grade: 'unofficial-translation', date: '2025-12-20', place: 'Токио',
      definedTerms: ['Лидеры'],
    })
    expect(metadata.parties.map((party) => party.code)).toEqual(['JP', 'KZ', 'KG', 'TJ', 'TM', 'UZ'])
    expect(metadata.parties.map((party) => party.title)).toEqual(
      ['Премьер-министр', ...Array.from({ length: 5 }, () => 'Президент')])
    const chapeau = blockText(statement.blocks.find((block) => block.kind === 'chapeau')!)
    for (const { person } of metadata.parties) expect(chapeau).toContain(` ${person}`)
    expect([count('title'), count('chapeau'), count('heading'), count('place-date')]).toEqual([1, 1, 10, 0])
    expect(clauses.map((clause) => clause.number)).toEqual(Array.from({ length: 53 }, (_, i) => String(i + 1)))
    expect(sections.map((section) => [section.number, section.clauses])).toEqual([
      [null, 0], [null, 7], [null, 6], [null, 0], ['I', 10], ['II', 9], ['III', 7], [null, 7], [null, 5], [null, 2],
    ])
    expect(leftOut).toEqual([...Array.from({ length: 31 }, (_, i) => i), 32, 33, paragraphs.length - 1])
    expect(numbering).toEqual({ sections: 'roman', clauses: 'continuous', items: 'none' })
    expect(warnings).toEqual([])
  })
})
