// Words, stems and language: what the search index and the highlighting stand on.
import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../../../shared/language/detect.ts'
import { stem, stemsOf } from '../../../../shared/language/stems.ts'
import { fold, tokens } from '../../../../shared/language/tokens.ts'

describe('tokens', () => {
  it.each([
    ['Стороны, отметив рост,', ['Стороны', 'отметив', 'рост']],
    ['торгово-экономическое', ['торгово', 'экономическое']],
    ['the Parties’ will (2030)', ['the', 'Parties', 'will', '2030']],
    ['o‘zaro don’t', ['o‘zaro', 'don’t']],
    ['г.\u00A0Ош', ['г', 'Ош']],
    ['…«»—', []],
    ['', []],
    ['берегут леса¹ и 5 км² реки[2]', ['берегут', 'леса', 'и', '5', 'км', 'реки', '2']],
  ])('%s', (text, expected) => expect(tokens(text).map((token) => token.text)).toEqual(expected))

  it('points at the words it names', () => {
    const text = ' Вода,  лес '
    for (const { text: word, from, to } of tokens(text)) expect(text.slice(from, to)).toBe(word)
  })

  it('cuts a text without spaces into words', () => {
    const text = '双方支持合作。'
    const found = tokens(text)
    expect(found.length).toBeGreaterThan(1)
    expect(found.map(({ from, to }) => text.slice(from, to)).join('')).toBe('双方支持合作')
  })

  it('reads ё as е', () => expect(fold('Зелёный')).toBe('зеленый'))
})

describe('stem', () => {
  it.each([
    ['сторонами', 'Стороны', 'ru'],
    ['зелёного', 'зеленый', 'ru'],
    ['безопасности', 'БЕЗОПАСНОСТЬЮ', 'ru'],
    ['agreed', 'agrees', 'en'],
    ['initiatives', 'initiative', 'ru'],
    ['сотрудничества', 'сотрудничество', 'en'],
  ])('%s and %s share one', (a, b, language) => expect(stem(a, language)).toBe(stem(b, language)))

  it('leaves languages it has no rules for as they are, in lower case', () => expect(stem('Тараптар', 'kk')).toBe('тараптар'))

  it('keeps the places of the words', () => {
    expect(stemsOf('О «воде».', 'ru')).toEqual([{ stem: 'о', from: 0, to: 1 }, { stem: 'вод', from: 3, to: 7 }])
  })
})

describe('detectLanguage', () => {
  it.each([
    ['Стороны подтвердили, что будут и далее сотрудничать в области охраны лесов.', 'ru'],
    ['The Parties reaffirmed that they will continue to cooperate in the field of forests.', 'en'],
    ['Тараптар орман шаруашылығы туралы және су бойынша ынтымақтастықты қолдады.', 'kk'],
    ['Тараптар токой жана суу боюнча кызматташууну колдоду.', 'ky'],
    ['Les Parties ont réaffirmé leur volonté de coopérer dans le domaine des forêts.', 'fr'],
    ['双方支持在森林领域的合作。', 'zh'],
    ['双方は森林の分野における協力を支持した。', 'ja'],
    ['Экология', 'ru'],
    ['Forests', 'en'],
    ['2030 — 12', 'und'],
  ])('%s → %s', (text, language) => expect(detectLanguage(text)).toBe(language))
})
