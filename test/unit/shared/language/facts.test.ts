// Dates, places and defined terms as statements write them.
import { describe, expect, it } from 'vitest'
import { findDates } from '../../../../shared/language/dates.ts'
import { nominative, placeInLine, placeInSentence } from '../../../../shared/language/places.ts'
import { definedTerms } from '../../../../shared/language/terms.ts'

describe('findDates', () => {
  it.each([
    ['г. Ош, 3 мая 2030 года', '2030-05-03'],
    ['10–11 ноября 2031 г.', '2031-11-11'],
    ['30 августа – 3 сентября 2030 года', '2030-09-03'],
    ['12\u00A0декабря\u00A02030\u00A0года', '2030-12-12'],
    ['в марте 2030 года', undefined],
    ['3 мая', null],
    ['31 февраля 2030 года', null],
    ['Osh, 3 May 2030', '2030-05-03'],
    ['May 2–3, 2030', '2030-05-03'],
    ['the 3rd of May 2030', '2030-05-03'],
    ['3 mai 2030', '2030-05-03'],
    ['2030 жылғы 3 мамыр', '2030-05-03'],
    ['2030-жылдын 3-майында', '2030-05-03'],
    ['2030 йил 3 октябрда', '2030-10-03'],
    ['3 июни соли 2030', '2030-06-03'],
    ['2030-njy ýylyň 3-nji oktýabrynda', '2030-10-03'],
    ['2030年5月3日', '2030-05-03'],
    ['03.05.2030', '2030-05-03'],
    ['2030-05-03', '2030-05-03'],
    ['二〇三〇年十二月二十一日', '2030-12-21'], ['令和元年６月８日', '2019-06-08'], ['２０３０年５月３日', '2030-05-03'],
  ])('%s → %s', (text, iso) => expect(findDates(text)[0]?.iso).toBe(iso))

  it('finds each date once, in order', () => {
    expect(findDates('3 мая 2030 года и 04.06.2031, затем 5 июля').map((date) => date.iso)).toEqual(['2030-05-03', '2031-06-04', null])
  })
})

describe('place', () => {
  it.each([
    ['г. Ош, ', 'Ош'],
    ['(Токио,', 'Токио'],
    ['Tokyo, Japan,', 'Tokyo'],
    ['Done at Osh on', 'Osh'],
    ['Совершено в городе Ташкенте', 'Ташкент'],
    ['АСТАНА,', 'Астана'],
    ['г. Орлинск', 'Орлинск'],
    ['заседание', null],
  ])('of the line %s → %s', (rest, place) => expect(placeInLine(rest)).toBe(place))

  it.each([
    ['в городе Нур-Султане состоялась встреча', 'Нур-Султан'],
    ['в г. Орлинске прошла встреча', 'Орлинск'],
    ['3 мая 2030 года в Оше состоялась', 'Ош'],
    ['встреча в Центральной Азии прошла в Токио', 'Токио'],
    ['met in Tokyo on 3 May 2030', 'Tokyo'],
    ['met in New York', 'New York'],
    ['встреча прошла в духе дружбы', null],
  ])('of the sentence %s → %s', (text, place) => expect(placeInSentence(text)).toBe(place))

  it.each([['Москве', 'Москва'], ['Астане', 'Астана'], ['Токио', 'Токио'], ['Ашхабаде', 'Ашхабад']])('%s → %s', (form, name) =>
    expect(nominative(form)).toBe(name))
})

describe('definedTerms', () => {
  it.each([
    ['(далее – Стороны)', ['Стороны']],
    ['(далее именуемые “Лидеры”)', ['Лидеры']],
    ['(далее – Участники или Стороны)', ['Участники', 'Стороны']],
    ['/далее — «Министры»/', ['Министры']],
    ['(в дальнейшем именуемые «Стороны»)', ['Стороны']],
    ['именуемые в дальнейшем «Стороны», согласились', ['Стороны']],
    ['(hereinafter referred to as “the Sides”)', ['Sides']],
    ['(‘The Participants’)', ['Participants']],
    ['(далее – Стороны) и (далее – Программа)', ['Стороны', 'Программа']],
    ['далее обсудили', []],
    ['(“CA+JAD”)', []],
  ])('%s', (text, terms) => expect(definedTerms(text)).toEqual(terms))
})
