// What clauses do, before and after: rank, subject, hedges, modal verbs, negations; no row where only the tense is another.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { describe, expect, test } from 'vitest'
import { phrasebookSchema } from '../../../../shared/model/phrasebook.ts'
import { phrasebook, reportBetween } from '../../../support/reports.ts'
import { templates } from '../../../support/services.ts'

const OBJECT = { ru: 'развитие сотрудничества в области охраны трансграничных рек и озёр бассейна', en: 'the development of cooperation on the protection of the transboundary rivers of the basin' }

/** Changes as lines: kind, both wordings, shift or what became of the subject. */
const changes = (old: string, now: string, language: 'ru' | 'en' = 'ru') => {
  const report = reportBetween([`${old} ${OBJECT[language]}.`], [`${now} ${OBJECT[language]}.`], language)
  return report.verbs.map(({ kind, old: was, new: is, shift, subject }) => [kind, was, is, ...(kind === 'verb' ? [shift] : subject ? [subject] : [])])
}

describe('Russian', () => {
  test.each([
    ['weaker', 'Стороны поддерживают', 'Стороны отмечают', [['verb', 'поддерживают', 'отмечают', -2]]],
    ['stronger, another tense', 'Стороны отметили', 'Стороны обязуются обеспечить', [['verb', 'отметили', 'обязуются', 4]]],
    ['the tense alone', 'Стороны поддерживают', 'Стороны поддержали', []],
    ['another name for all', 'Стороны поддерживают', 'Лидеры поддержали', []],
    ['unknown to the phrasebook', 'Стороны поддерживают', 'Стороны прославляют', [['verb', 'поддерживают', 'прославляют', null]]],
    ['a phrase with an odd ending', 'Китайская сторона изучит возможность поддержать', 'Китайская сторона примет участие в поддержке',
      [['verb', 'изучит возможность', 'примет участие', 3]]],
    ['a hedge in the verb', 'Стороны поддерживают', 'Стороны изучат возможность поддержать', [['verb', 'поддерживают', 'изучат возможность', -2]]],
    ['a hedge beside the verb', 'Стороны поддерживают', 'Стороны по возможности поддерживают', [['hedge', null, 'по возможности']]],
    ['a negation', 'Стороны поддерживают', 'Стороны не поддерживают', [['negation', null, 'не поддерживают']]],
    ['another verb, denied', 'Стороны поддерживают', 'Стороны не исключают', [['verb', 'поддерживают', 'не исключают', null]]],
    ['no negation', 'Стороны не менее двух раз поддерживают', 'Стороны поддерживают', []],
    ['narrowed', 'Стороны поддерживают', 'Китайская сторона поддерживает', [['subject', 'Стороны', 'Китайская сторона', 'narrowed']]],
    ['widened', 'Казахстан поддерживает', 'Стороны поддерживают', [['subject', 'Казахстан', 'Стороны', 'widened']]],
    ['the second of two verbs', 'Стороны отмечают и поддерживают', 'Стороны отмечают и приветствуют', [['verb', 'поддерживают', 'приветствуют', -1]]],
    ['one of two verbs gone', 'Стороны отмечают рост и поддерживают', 'Стороны отмечают', [['verb', 'поддерживают', null, null]]],
    ['a modal verb', 'Сведения должны подтверждать', 'Сведения могут подтверждать', [['modality', 'должны', 'могут']]],
  ])('%s', (_, old, now, expected) => expect(changes(old, now)).toEqual(expected))
})

describe('English', () => {
  test.each([
    ['weaker', 'The Parties support', 'The Parties note', [['verb', 'support', 'note', -2]]],
    ['the tense alone', 'The Parties support', 'The Leaders supported', []],
    ['a noun is no verb', 'The Parties note the support for', 'The Parties note', []],
    ['put off', 'The Parties support', 'The Parties will explore the possibility of', [['verb', 'support', 'will explore the possibility', -2]]],
    ['shall, should', 'The working group shall oversee', 'The working group should oversee', [['modality', 'shall', 'should']]],
    ['a hedge', 'The Parties support', 'The Parties support, as appropriate,', [['hedge', null, 'as appropriate']]],
    ['a negation', 'The Parties support', 'The Parties do not support', [['negation', null, 'not support']]],
    ['no negation', 'The Parties hold no fewer than two meetings and support', 'The Parties hold two meetings and support', []],
    ['narrowed', 'The Parties support', 'The Alvanian side supports', [['subject', 'The Parties', 'The Alvanian side', 'narrowed']]],
  ])('%s', (_, old, now, expected) => expect(changes(old, now, 'en')).toEqual(expected))
})

test('a change of tense alone is counted', () => {
  expect(reportBetween([`Стороны поддерживают ${OBJECT.ru}.`], [`Стороны поддержали ${OBJECT.ru}.`]).tenses).toBe(1)
})

describe.each(['ru', 'en'] as const)('the phrasebook %s', (language) => {
  test('ranks every form once', () => {
    const forms = phrasebook(language).ladder.flatMap(({ verbs }) => verbs.flat())
    expect(forms).toEqual([...new Set(forms)])
  })
})

test('the schema beside the phrasebooks is the one they are checked by', () => {
  expect(JSON.parse(readFileSync(join(templates, 'phrasebooks', 'schema.json'), 'utf8'))).toEqual(z.toJSONSchema(phrasebookSchema, { io: 'input' }))
})
