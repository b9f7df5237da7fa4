// Stale facts planted in clauses of the samples, each with its truth: what is to be found, and what the draft says instead.
// Beside them wordings that are right as they are, which nothing may flag.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DraftFacts, FindingKind, SourceFacts } from '../../shared/checking/index.ts'
import { successorsSchema, type Successor } from '../../shared/model/successors.ts'
import { templates } from './services.ts'

export const successors: readonly Successor[] =
  successorsSchema.parse(JSON.parse(readFileSync(join(templates, 'phrasebooks', 'successors.json'), 'utf8'))).successors

export interface Planted {
  language: 'ru' | 'en'
  /** Joined to a clause of a sample. */
  text: string
  kind: FindingKind
  found: string
  /** Null where only the officer can know. */
  proposal: string | null
}

/** The third meeting, at Terven in 2022, and the fifth one, at Selta in 2026. */
export const facts: Record<'ru' | 'en', { source: SourceFacts; draft: DraftFacts }> = {
  ru: {
    source: {
      citation: 'Тервен 2022', date: '2022-06-08', place: 'г. Тервен', terms: ['Стороны'],
      meeting: { number: 3, noun: 'meeting', words: ['министр'] },
      parties: [
        { state: 'Орвалия', code: 'OV', person: 'Тадеуш Вент', title: 'Министр инфраструктуры' },
        { state: 'Кальдерия', code: 'CD', person: 'Нора Айвен', title: 'Исполняющий обязанности Министра по делам моря' },
      ],
    },
    draft: {
      date: '2026-05-20', place: 'Сельта', terms: ['Участники'], today: '2026-01-10', meeting: { number: 5, noun: 'meeting', words: ['министр'] },
      parties: [
        { state: 'Орвалия', code: 'OV', person: 'Юлия Грот', title: 'Министр транспорта' },
        { state: 'Кальдерия', code: 'CD', person: 'Оскар Линд', title: 'Министр по делам моря' },
      ],
    },
  },
  en: {
    source: {
      citation: 'Terven 2022', date: '2022-06-08', place: 'Terven', terms: ['Parties'], meeting: { number: 3, noun: 'meeting', words: ['minist'] },
      parties: [{ state: 'Orvalia', code: 'OV', person: 'Tadeusz Went', title: 'Minister of Infrastructure' }],
    },
    draft: {
      date: '2026-05-20', place: 'Selta', terms: ['Participants'], today: '2026-01-10', meeting: { number: 5, noun: 'meeting', words: ['minist'] },
      parties: [{ state: 'Orvalia', code: 'OV', person: 'Julia Grot', title: 'Minister of Transport' }],
    },
  },
}

const ru = (text: string, kind: FindingKind, found: string, proposal: string | null): Planted => ({ language: 'ru', text, kind, found, proposal })
const en = (text: string, kind: FindingKind, found: string, proposal: string | null): Planted => ({ language: 'en', text, kind, found, proposal })

export const PLANTED: readonly Planted[] = [
  ru('8 июня 2022 года состоялось открытие поста.', 'date', '8 июня 2022 года', '20 мая 2026 года'),
  ru('Обмен писем состоялся 8 июня 2022 г.', 'date', '8 июня 2022 г.', '20 мая 2026 г.'),
  ru('На заседании 08.06.2022 принят порядок работы.', 'date', '08.06.2022', '20.05.2026'),
  ru('Соответствующие поручения даны 8 июня.', 'date', '8 июня', '20 мая'),
  ru('В 2022 году товарооборот составляет сорок миллионов крон.', 'year', '2022 году', '2026 году'),
  ru('Объявить 2022 год Годом реки Селены.', 'year', '2022 год', '2026 год'),
  ru('Форум молодёжи проведут в 2022 году.', 'announced', '2022 году', '2026 году'),
  ru('Выставка «Реки и города» состоится в 2023 году.', 'announced', '2023 году', '2027 году'),
  ru('Поддержано проведение в августе 2022 года конференции.', 'announced', 'августе 2022 года', 'августе 2026 года'),
  ru('Учения пройдут 18–19 октября 2022 года.', 'announced', '18–19 октября 2022 года', '18–19 октября 2026 года'),
  ru('Работы будут завершены до конца 2024 года.', 'announced', '2024 года', '2028 года'),
  ru('Намерены открыть центр к 2025 году.', 'announced', '2025 году', '2029 году'),
  ru('Отмечен план мероприятий на 2022–2025 годы.', 'year', '2022–2025 годы', null),
  ru('В следующем году предложено провести семинар.', 'year', 'В следующем году', null),
  ru('Отмечено 30-летие дипломатических отношений.', 'year', '30-летие', null),
  ru('По итогам третьей встречи министров приняты решения.', 'ordinal', 'третьей', 'пятой'),
  ru('Состоялась Третья встреча.', 'ordinal', 'Третья', 'Пятая'),
  ru('Четвёртая встреча министров пройдёт у соседей.', 'ordinal', 'Четвёртая', 'Шестая'),
  ru('Протокол 3-й встречи утверждён.', 'ordinal', '3-й', '5-й'),
  ru('Итоги III встречи министров одобрены.', 'ordinal', 'III', 'V'),
  ru('Накануне третьего совещания министров обсуждён бюджет.', 'ordinal', 'третьего', 'пятого'),
  ru('Встреча прошла в городе Тервене.', 'place', 'Тервене', 'Сельте'),
  ru('Принимающая сторона и г. Тервен обеспечили условия встречи.', 'place', 'Тервен', 'Сельта'),
  ru('Выражена благодарность жителям Тервена за гостеприимство.', 'place', 'Тервена', 'Сельты'),
  ru('Участники саммита гордятся Тервеном.', 'place', 'Тервеном', 'Сельтой'),
  ru('Открыть отделение центра в Нур-Султане.', 'renamed', 'Нур-Султане', 'Астане'),
  ru('Направить делегацию в Нур-Султан.', 'renamed', 'Нур-Султан', 'Астану'),
  ru('Между Нур-Султаном и портом открыт рейс.', 'renamed', 'Нур-Султаном', 'Астаной'),
  ru('Акимат Нур-Султана поддержал выставку.', 'renamed', 'Нур-Султана', 'Астаны'),
  ru('Развивать связи с Тюркским советом.', 'renamed', 'Тюркским советом', 'Организацией тюркских государств'),
  ru('Учтён опыт Свазиленда.', 'renamed', 'Свазиленда', 'Эсватини'),
  ru('Приветствовать участие Организации Исламская конференция.', 'renamed', 'Организации Исламская конференция', 'Организации исламского сотрудничества'),
  ru('Сопредседателем избран Тадеуш Вент.', 'person', 'Тадеуш Вент', 'Юлия Грот'),
  ru('Принять предложение Т. Вента.', 'person', 'Т. Вента', 'Юлия Грот'),
  ru('Принята инициатива Тадеуша Вента.', 'person', 'Тадеуша Вента', 'Юлия Грот'),
  ru('Письмо подписала Исполняющая обязанности Министра.', 'office', 'Исполняющая обязанности', null),
  ru('Доклад сделал Министр инфраструктуры Тадеуш Вент.', 'office', 'Министр инфраструктуры', 'Министр транспорта'),
  ru('Стороны согласовали доклад.', 'term', 'Стороны', 'Участники'),
  ru('Решение принято представителями Сторон.', 'term', 'Сторон', 'Участников'),
  ru('Поручить Сторонам подготовить доклад.', 'term', 'Сторонам', 'Участникам'),
  ru('Порядок согласуется между Сторонами.', 'term', 'Сторонами', 'Участниками'),
  ru('В этой связи стороны отметили вклад учёных.', 'term', 'стороны', 'участники'),
  // Written without a look at the rules.
  ru('Стороны выразили готовность принять участие в выставке, намеченной на осень 2022 года.', 'announced', '2022 года', '2026 года'),
  ru('Договорились завершить согласование документа в первом квартале 2023 г.', 'announced', '2023 г.', '2027 г.'),
  ru('Заявление принято в городе Тервене 8 июня 2022 года в двух экземплярах.', 'date', '8 июня 2022 года', '20 мая 2026 года'),
  ru('Следующая, четвёртая встреча министров состоится в Алвании.', 'ordinal', 'четвёртая', 'шестая'),
  ru('Министры поблагодарили Тадеуша Вента за радушный приём.', 'person', 'Тадеуша Вента', 'Юлия Грот'),
  ru('Каждая из Сторон назначит координатора.', 'term', 'Сторон', 'Участников'),
  ru('Приветствовали подготовку к саммиту в Нур-Султане осенью 2022 года.', 'renamed', 'Нур-Султане', 'Астане'),
  ru('Аэропорт г. Нур-Султан примет рейсы из Сельты.', 'renamed', 'Нур-Султан', 'Астана'),
  ru('Поддержать кандидатуру Королевства Свазиленд.', 'renamed', 'Свазиленд', 'Эсватини'),
  ru('Объём торговли в текущем году вырос.', 'year', 'в текущем году', null),
  ru('Тервенская встреча стала третьей встречей министров водного хозяйства.', 'ordinal', 'третьей', 'пятой'),
  en('On 8 June 2022 the meeting opened.', 'date', '8 June 2022', '20 May 2026'),
  en('The session of June 8, 2022 discussed it.', 'date', 'June 8, 2022', 'May 20, 2026'),
  en('Trade amounts to forty million in 2022.', 'year', '2022', '2026'),
  en('A youth forum will be held in 2022.', 'announced', '2022', '2026'),
  en('The exhibition is scheduled for October 2023.', 'announced', 'October 2023', 'October 2027'),
  en('They intend to finish the survey by 2024.', 'announced', '2024', '2028'),
  en('It supported the plan of measures for 2022–2025.', 'year', '2022–2025', null),
  en('A seminar takes place next year.', 'year', 'next year', null),
  en('The 30th anniversary of relations was marked.', 'year', '30th anniversary', null),
  en('It reviewed the outcome of the Third Meeting.', 'ordinal', 'Third', 'Fifth'),
  en('Members prepare the fourth meeting of ministers.', 'ordinal', 'fourth', 'sixth'),
  en('The 3rd meeting of ministers thanked them.', 'ordinal', '3rd', '5th'),
  en('The meeting took place in Terven.', 'place', 'Terven', 'Selta'),
  en('A centre is to open in Nur-Sultan.', 'renamed', 'Nur-Sultan', 'Astana'),
  en('It greets the Republic of Turkey.', 'renamed', 'Republic of Turkey', 'Republic of Türkiye'),
  en('It valued ties with the Turkic Council.', 'renamed', 'Turkic Council', 'Organization of Turkic States'),
  en('It took note of a letter of Tadeusz Went.', 'person', 'Tadeusz Went', 'Julia Grot'),
  en('A report came from the Minister of Infrastructure, Tadeusz Went.', 'office', 'Minister of Infrastructure', 'Minister of Transport'),
  en('The Parties agreed on the report.', 'term', 'Parties', 'Participants'),
  en('It was decided by the Parties.', 'term', 'Parties', 'Participants'),
  en('They look forward to the conference to be convened in Olmin in 2023.', 'announced', '2023', '2027'),
  en('The Parties agreed to sign the protocol before the end of 2022.', 'announced', '2022', '2026'),
  en('Done at Terven on 8 June 2022.', 'date', '8 June 2022', '20 May 2026'),
  en('Ministers thanked Mr Tadeusz Went for his hospitality.', 'person', 'Tadeusz Went', 'Julia Grot'),
  en('The next, fourth meeting of ministers will take place in Alvania.', 'ordinal', 'fourth', 'sixth'),
  en('The people of Terven welcomed the delegations.', 'place', 'Terven', 'Selta'),
  en('Trade grew this year.', 'year', 'this year', null),
]

/** Right as they are in that very draft. */
export const RIGHT: readonly { language: 'ru' | 'en'; text: string }[] = [
  ...[
    'Подтверждена Декларация от 5 мая 2019 г.', 'Напомнено о Совместном заявлении от 8 июня 2022 года.', 'Учтена резолюция, принятая 29 июля 2021 года.',
    'Выполняется Соглашение, подписанное в Тервене 8 июня 2022 года.', 'Отмечена Тервенская декларация 2022 года.', 'Сослались на резолюцию «Вода для жизни» от 22 июня 2022 года.',
    'Первая встреча министров прошла в 2018 году.', 'По итогам второй встречи министров создан комитет.', 'В сентябре 2019 года открыт мост.',
    'Действует программа на 2022–2030 годы.', 'Мост откроют в 2028 году.', 'Завершить работу до конца 2026 года.', 'С 2018 года растёт торговля.',
    'В 2020 году в Нур-Султане состоялся форум врачей.', 'Опубликован доклад «Реки 2022».', 'Принято пять миллионов саженцев.', 'Проведён третий цикл измерений.',
    'Подтвердили Меморандум о взаимопонимании, подписанный министрами 12 марта 2020 года.', 'В соответствии с Тервенским планом действий на 2020–2030 годы.',
    'Приветствовали вступление в силу 1 марта 2021 года Соглашения о рейсах.', 'Отметили, что 2015 год стал Годом рек.', 'Вторая встреча министров в 2020 году дала толчок торговле.',
    'Принимая во внимание Совместное коммюнике от 8 июня 2022 г.', 'Напомнили о форуме, прошедшем в Нур-Султане в мае 2021 года.', 'Население составляет 2022 человека.',
    'Каспийская сторона намерена выделить средства.', 'Рассмотрены предложения сторон.', 'Отмечен Международный день воды 22 марта.',
    'Поддержана Третья международная конференция по ледникам.', 'Открыт рейс Сельта – Ольмин.', 'Доклад сделала Юлия Грот.', 'Участники согласовали доклад.',
  ].map((text) => ({ language: 'ru' as const, text })),
  ...[
    'They recalled the Declaration of 5 May 2019.', 'They reaffirmed the Joint Statement adopted on 8 June 2022.', 'The 2022 Terven Declaration remains in force.',
    'The First Meeting of Ministers was held in 2018.', 'They noted the resolution of 29 July 2022.', 'A bridge was opened in September 2019.',
    'The programme for 2022–2030 goes on.', 'The bridge will open in 2028.', 'A forum was held in Nur-Sultan in 2020.', 'The Participants agreed on the report.',
    'They recalled the Paris Agreement of 2015 and the 2030 Agenda.', 'The bridge, built in 2019, links both sides.', 'By 2030 they will double exports.',
    'Both sides of the river are protected.', 'Julia Grot made a report.', 'They welcomed the third cycle of measurements.', 'The agreement signed in Terven on 8 June 2022 is carried out.',
  ].map((text) => ({ language: 'en' as const, text })),
]
