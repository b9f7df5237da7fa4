// Parties of a chapeau: order, short names, codes, persons, offices.
import { describe, expect, it } from 'vitest'
import { findParties } from '../../../../shared/language/parties.ts'

const rows = (text: string, language = 'ru') =>
  findParties(text, language).map(({ state, code, person, title }) => [state, code, person, title].filter(Boolean).join(' | '))

describe('findParties', () => {
  it('reads offices and names in the order of the text', () => {
    expect(rows('3 мая 2030 года состоялась встреча Министров иностранных дел, в которой приняли участие Заместитель Премьер-Министра – '
      + 'Министр иностранных дел Республики Казахстан Иван Первый, Член Совета, Министр иностранных дел Китайской Народной Республики Ли Ю, '
      + 'Министр транспорта Туркменистана Пётр Третий и Исполняющий обязанности Министра иностранных дел Республики Узбекистан '
      + 'Анна Четвертая-Пятая (далее – Стороны).')).toEqual([
      'Казахстан | KZ | Иван Первый | Заместитель Премьер-Министра – Министр иностранных дел',
      'Китай | CN | Ли Ю | Член Совета, Министр иностранных дел',
      'Туркменистан | TM | Пётр Третий | Министр транспорта',
      'Узбекистан | UZ | Анна Четвертая-Пятая | Исполняющий обязанности Министра иностранных дел',
    ])
  })

  it('leaves out the name of a format, and reads names in capitals', () => {
    expect(rows('состоялся саммит “Центральная Азия плюс Япония” и Премьер-министр Японии ИВАНО Итиро, Президент Республики Казахстан Пётр ВТОРОЙ '
      + 'выразили удовлетворение')).toEqual(['Япония | JP | ИВАНО Итиро | Премьер-министр', 'Казахстан | KZ | Пётр ВТОРОЙ | Президент'])
  })

  it('reads English, the name before or after the office', () => {
    expect(rows('The Prime Minister of Japan IVANO Ichiro and the President of the Republic of Kazakhstan Peter Second met.', 'en'))
      .toEqual(['Japan | JP | IVANO Ichiro | Prime Minister', 'Kazakhstan | KZ | Peter Second | President'])
    expect(rows('H.E. Mr. Peter Second, Minister of Foreign Affairs of the Kyrgyz Republic, and H.E. Ms. Anna Third, Minister of Foreign Affairs of Turkmenistan, met.', 'en'))
      .toEqual(['Kyrgyzstan | KG | Peter Second | Minister of Foreign Affairs', 'Turkmenistan | TM | Anna Third | Minister of Foreign Affairs'])
  })

  it('names the states alone where no person is named', () => {
    expect(rows('Республика Казахстан и Китайская Народная Республика (далее – Стороны)')).toEqual(['Казахстан | KZ', 'Китай | CN'])
  })

  it('knows a state by its place in the sentence when no table has it', () => {
    expect(rows('Президент Орлании Иван Первый, Президент Республики Норланд Анна Вторая')).toEqual(['Орлания | Иван Первый | Президент', 'Норланд | Анна Вторая | Президент'])
    expect(rows('the Republic of Orlania and the Kingdom of Norland', 'en')).toEqual(['Orlania', 'Norland'])
  })
})
