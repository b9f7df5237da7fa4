// The shadow copy: plain text for deciding, with the way back to every raw character.
import { describe, expect, it } from 'vitest'
import { shadow } from '../../../../shared/segmenting/shadow.ts'

describe('shadow', () => {
  it.each([
    ['\t12.\u00A0Лидеры  решили ', '12. Лидеры решили'],
    ['сотруд\u00ADничество', 'сотрудничество'],
    ['\uFEFFМы\u200B, министры', 'Мы, министры'],
    ['Cтороны и CA+JAD', 'Стороны и CA+JAD'],
    ['тараптар Kазақстан', 'тараптар Казақстан'],
    ['the Рarties и вода', 'the Parties и вода'],
    ['саммит ?Горный край?', 'саммит "Горный край"'],
    ['Что дальше?', 'Что дальше?'],
    [' \u00A0\t', ''],
  ])('%j', (raw, text) => expect(shadow(raw).text).toBe(text))

  it('leads back to the raw text', () => {
    const raw = '\t12.\u00A0 Ли\u00ADдеры решили. '
    const { text, at } = shadow(raw)
    expect(at.length).toBe(text.length + 1)
    expect(raw.slice(at[text.indexOf('Лидеры')]!, at.at(-1))).toBe('Ли\u00ADдеры решили.')
  })
})
