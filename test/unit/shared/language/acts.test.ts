// Who speaks in a clause and which verb carries it.
import { describe, expect, it } from 'vitest'
import { actReader, predications } from '../../../../shared/language/acts.ts'

const act = actReader(['Делегаты'])

describe('actReader', () => {
  it.each([
    ['Стороны отметили рост.', 'subject', 'отметили', false],
    ['Стороны поддержат фонд.', 'subject', 'поддержат', false],
    ['Стороны, с учетом роста торговли, считают важным', 'subject', 'считают', false],
    ['Стороны в рамках взаимодействия по лесам отмечают важность', 'subject', 'отмечают', false],
    ['Делегаты одобрили план.', 'subject', 'одобрили', false],
    ['Япония намерена выделить средства.', 'subject', 'намерена', true],
    ['Казахстанская сторона выразила готовность', 'subject', 'выразила', true],
    ['Лидеры Японии и Казахстана приветствовали план', 'subject', 'приветствовали', true],
    ['В этом контексте стороны отмечают важность лесов.', 'lead-in', 'отмечают', false],
    ['Подтверждая достижения, лидеры высоко оценили план.', 'lead-in', 'оценили', false],
    ['Отмечаем важность лесов.', 'verb', 'Отмечаем', false],
    ['отмечая рост торговли,', 'participle', null, false],
    ['Ссылаясь на итоги встречи,', 'participle', null, false],
    ['The Parties reaffirmed their will.', 'subject', 'reaffirmed', false],
    ['We welcome the plan.', 'subject', 'welcome', false],
    ['In this regard, the Ministers agreed to meet.', 'lead-in', 'agreed', false],
    ['Recalling its earlier decisions,', 'participle', null, false],
    ['Decides to remain seized of the matter.', 'verb', 'Decides', false],
    ['Охрана лесов', 'none', null, false],
    ['Water and energy', 'none', null, false],
    ['Президент подчеркнул важность.', 'none', null, false],
  ])('%s', (text, opening, verb, narrowed) => expect(act(text)).toEqual({ opening, verb, narrowed }))
})

it.each([
  ['Стороны поддержат фонд. В этой связи просят МИД.', 2],
  ['Стороны отмечают рост. Он составил 3 проц.', 1],
  ['The Parties agreed to meet. They also welcomed the plan.', 2],
])('counts acts: %s', (text, count) => expect(predications(text)).toBe(count))
