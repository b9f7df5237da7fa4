// Invented press reports that name documents, for tests of what is known to exist.
import type { Metadata } from '../../shared/model/declaration.ts'
import type { Proposal } from '../../shared/model/proposal.ts'
import { proposalOf, type Line } from './proposals.ts'

/** A report of an event, with the documents that it says were signed. */
export function reportOf(documents: readonly string[], about: Partial<Metadata> = {}, fileName = 'report.txt'): Proposal {
  const lines: Line[] = [
    ['passage', 'Министры транспорта встретились в Орме.'],
    ['passage', 'По итогам встречи стороны подписали следующие документы:'],
    ...documents.map((name, index): Line => ['passage', `${index + 1}) ${name}${index < documents.length - 1 ? ';' : '.'}`]),
  ]
  return proposalOf(lines, { title: 'Встреча в Орме', form: 'other', grade: 'press-report', date: '2024-05-14', place: 'Орм', parties: [], definedTerms: [], ...about }, undefined, fileName)
}

export const NAMED = ['Совместное заявление министров транспорта Вестрии и Алвании', 'Концепция «Чистые реки» региона', 'План работы по паромам на 2025 год'] as const

/** The words of a report as it stands in a newspaper, Russian or English. */
export const pressText = (language: 'ru' | 'en', documents: readonly string[]): string => language === 'ru' ? `Встреча в Орме

14 мая 2024 года. Министры транспорта встретились вчера в Орме, сообщает наш корреспондент.

«Это была долгая ночь», – сказал журналистам пресс-секретарь министерства.

По итогам встречи были подписаны следующие документы:

${documents.join('; ')}.

«Весной увидим паромы», – рассказал газете пассажир.

Ранее агентство писало, что порт был закрыт неделю. Билеты разошлись в воскресенье.

Фото: пресс-служба
` : `Ferry ministers met in Orm

14 May 2024. Reporters were told yesterday that the ministers of Alvania and Vestria had met in Orm, our correspondent writes.

“It was a long night,” the press secretary of the ministry said. “The guests saw the harbour and went home by train.”

Following the meeting the parties signed the following documents:

${documents.join('; ')}.

“We shall see the ferries in spring,” a passenger told the newspaper.

Earlier the agency wrote that the harbour had been closed for a week. Tickets were sold out on Sunday.

Photo: press service
`
