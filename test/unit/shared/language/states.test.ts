// Names of states in every case and both languages.
import { describe, expect, it } from 'vitest'
import { stateMentions, stateName, states } from '../../../../shared/language/states.ts'

const codes = (text: string) => stateMentions(text).map((mention) => mention.code).join(' ')

describe('stateMentions', () => {
  it.each([
    ['Республика Казахстан и Республики Узбекистан', 'KZ UZ'],
    ['между Казахстаном, Китаем и Японией', 'KZ CN JP'],
    ['в Кыргызской Республике, Китайской Народной Республикой', 'KG CN'],
    ['Туркменистана, Республикой Таджикистан', 'TM TJ'],
    ['the Republic of Kazakhstan, Japan and the Kyrgyz Republic', 'KZ JP KG'],
    ['the People’s Republic of China and the Russian Federation', 'CN RU'],
    ['Соединённых Штатов Америки, Республики Корея, КНДР', 'US KR KP'],
    ['Китайская сторона, узбекско-афганские зоны, Китайско-пакистанский коридор', ''],
    ['для того чтобы, мали, оман', ''],
    ['Демократической Республикой Конго', 'CD'],
  ])('%s → %s', (text, expected) => expect(codes(text)).toBe(expected))

  it.each(states.map((state) => [state.code, state] as const))('finds %s by all its names', (code, state) => {
    for (const name of [state.short.ru, state.genitive.ru, state.official.ru, state.short.en, state.official.en]) {
      expect([name, codes(name)]).toEqual([name, code])
    }
  })

  it('points at the name', () => {
    const text = 'Глава Республики Казахстан.'
    const [mention] = stateMentions(text)
    expect(text.slice(mention!.from, mention!.to)).toBe('Республики Казахстан')
  })
})

it('names a state in the language of the text', () => {
  expect(stateName('KG', 'ru')).toBe('Кыргызстан')
  expect(stateName('KG', 'en')).toBe('Kyrgyzstan')
  expect(stateName('QQ', 'en')).toBeNull()
})
