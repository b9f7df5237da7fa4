// Shapes of lines in statements and in the pages they are found on: transition, title, place and date, signature, press.
import { findDates } from '../language/dates.ts'
import { eastAsianPlace, isEastAsian } from '../language/eastAsian.ts'
import { light } from '../language/light.ts'
import { placeInLine } from '../language/places.ts'
import type { FormKind } from '../model/words.ts'

/** Alternatives of a pattern, one a line. */
const any = (...alternatives: string[]) => alternatives.join('|')

const DECLARES_RU = any('заяв', 'деклар', 'провозглаш', 'соглас', 'договор', 'заключ', 'подтверд', 'констатир', 'реш',
  'постанов', 'приш')
const DECLARES_EN = any('state', 'declare', 'agree', 'announce', 'reaffirm', 'proclaim', 'affirm', 'decide', 'issue',
  'conclude', 'adopt')
const TRANSITION = light(new RegExp(any(
  String.raw`(?:${DECLARES_RU})\p{L}+[^.]{0,60}\s(?:о\s+)?(?:нижеследующ\p{L}+|следующ(?:ем|ее|им))\s*[.:,;]?$`,
  String.raw`(?:заявляют|заявили|заявляем|постановля(?:ет|ют)|постановил[аи]?|реша(?:ет|ют)|решил[аи]?|декларируют|провозглашаем)\s*:$`,
  String.raw`(?:${DECLARES_EN})\p{L}*[^.]{0,60}\s(?:the\s+following|as\s+follows)(?:\s+\p{L}+){0,3}\s*[.:,;]?$`,
  String.raw`(?:ha(?:s|ve)\s+(?:decided|resolved|agreed|declared)|declares?|resolves?)\s*:$`,
  String.raw`(?:声明如下|达成如下|以下のとおり|次のとおり)[^。]{0,12}[。：:]?$`,
  String.raw`(?:төмендегі(?:ні|лерді)|төмөнкүлөрдү|sont\s+convenu\p{L}*\s+de\s+ce\s+qui\s+suit)[^.]{0,40}[.:,]?$`,
  String.raw`(?:қуйидаги\p{L}*|quyidagi\p{L}*|aşakdaky\p{L}*)[^.]{0,40}[.:,]?$`,
  String.raw`(?:чунин|зерин)[^.]{0,60}\s(?:доштанд|намуданд|карданд|медоранд|менамоянд|мекунанд)\s*[.:,]?$`,
  String.raw`(?:заявля|домови|погоди|підтвер)\p{L}+[^.]{0,60}\s(?:про\s+)?(?:таке|наступне|нижченаведене)\s*[.:,]?$`,
), 'iu'))

/** "заявляют о нижеследующем", "have agreed as follows:" at the end of the chapeau. */
export const isTransition = (text: string): boolean => TRANSITION.test(text.slice(-200))

const before = (words: number) => String.raw`^(?:[\p{L}'’.-]+\s+){0,${words}}`
const FORMS: readonly (readonly [RegExp, FormKind])[] = [
  [light(new RegExp(any(
    String.raw`^(?:(?:итоговое|заключительное)\s+)?(?:совместное\s+)?коммюнике`,
    String.raw`${before(3)}communiqu[ée]s?(?!\p{L})`, '公报',
  ), 'iu')), 'communique'],
  [light(new RegExp(any(
    String.raw`^(?:\p{L}+\s+){0,2}(?:совместное\s+(?:\p{L}+\s+)?заявление|заявление(?!\s+о\s+приеме))`,
    String.raw`${before(4)}(?:joint\s+)?(?:press\s+|ministerial\s+|leaders['’]?\s+)?statement(?!\p{L})`,
    '联合声明', '共同声明', String.raw`бірлескен\s+мәлімдеме`, String.raw`биргелешкен\s+билдирүү`, String.raw`изҳороти\s+муштарак`,
    String.raw`қўшма\s+баёнот`, String.raw`q[oо][ʻʼ‘’']shma\s+bayonot`, String.raw`bilelikdäki\s+beýannama`, String.raw`спільна\s+заява`,
  ), 'iu')), 'joint-statement'],
  [light(new RegExp(any(
    String.raw`^(?:[\p{L}-]+\s+){0,3}деклараци[яи](?!\p{L})`, String.raw`${before(4)}declaration(?!\p{L})`, '宣言', 'декларациясы', String.raw`^(?:[\p{L}-]+\s+){0,3}декларація(?!\p{L})`, String.raw`deklaratsiyasi(?!\p{L})`, String.raw`эъломия`,
    'jarnamasy',
  ), 'iu')), 'declaration'],
  [light(/^(?:\p{L}+\s+)?резолюци[яи](?!\p{L})|^(?:draft\s+)?resolution(?!\p{L})|决议/iu), 'resolution'],
  [light(new RegExp(any(
    String.raw`^(?:обращение|меморандум|соглашение|договор|конвенция|хартия|протокол|концепция|стратегия|решение)(?!\p{L})`,
    String.raw`^(?:дорожная\s+карта|план\s+(?:совместных\s+)?(?:действий|мероприятий)|программа\s+сотрудничества|памятная\s+записка)(?!\p{L})`,
    String.raw`^(?:memorandum|agreement|treaty|convention|charter|protocol|decision|concept|strategy|road\s?map)(?!\p{L})`,
    String.raw`^(?:joint\s+(?:vision|action)|action\s+plan|plan\s+of\s+action|programme\s+of\s+cooperation|(?:agreed\s+)?minutes)(?!\p{L})`,
  ), 'iu')), 'other'],
]

/** The form that a title names, or null where the line names none. */
export const formOf = (text: string): FormKind | null => FORMS.find(([shape]) => shape.test(text))?.[1] ?? null

const DONE = /^(?:Совершено|Подписано|Принято|Done|Signed|Adopted|Issued)(?:\s+(?:в|at|in)\s|:)/iu
const CITY_ALONE = light(/^(?:г\.|город)\s*\p{Lu}[\p{L}-]+(?:,\s*\p{Lu}[\p{L} -]+)?[.,]?$/u)
const SMALL_WORDS = /(?:^|\s)(?:г\.|года?|год|on|the|від|от|corresponding\s+to.*)(?=[\s,.)]|$)/giu
const SEPARATORS = /[\s(),.;\]|/–—-]+/gu
const HAPPENED = /[а-яё]{3,}(?:лась|лся|лось|ла|ло|ли)(?![а-яё])|\s(?:met|held|was|were|took)\s/u

/** A place and a date and hardly anything else; `part`: only one of the two, as on a line of its own. */
export function placeDate(text: string): 'whole' | 'part' | null {
  // "Совершено в … в двух экземплярах, каждый на …" is a whole sentence; nothing else of that length is a place and a date.
  if (DONE.test(text) && text.length <= 600 && findDates(text).length > 0) return 'whole'
  if (text.length > 160) return null
  const dates = findDates(text)
  if (dates.length === 0) return CITY_ALONE.test(text) ? 'part' : null
  const first = dates[0]!
  const last = dates.at(-1)!
  if (last.iso === null) return null
  const rest = `${text.slice(0, first.from)} ${text.slice(last.to)}`.replace(SMALL_WORDS, ' ').replace(SEPARATORS, ' ').trim()
  if (rest === '') return 'part'
  if (isEastAsian(rest)) return eastAsianPlace(`${text.slice(0, first.from)}${text.slice(last.to)}`) ? 'whole' : null
  const place = placeInLine(text.slice(0, first.from) || text.slice(last.to))
  return rest.split(' ').length <= 5 && place !== null && !HAPPENED.test(` ${rest} `) ? 'whole' : null
}

const SIGNED = [
  light(/^(?:За|От имени)\s+(?:Правительство\s+)?\p{Lu}/u),
  light(/^(?:За|От)\s+\p{Ll}+(?:ую|ой)\s+(?:сторон|делегаци)\p{Ll}+$/u),
  light(/^(?:For|On behalf of)\s+(?:the\s+)?(?:Government\s+of\s+)?(?:the\s+)?\p{Lu}/u),
  /^\(?(?:подпис[иь]|signatures?|signed)\)?$/iu,
  /^[_\s]{5,}/u,
]
const OFFICE_LINE = light(new RegExp(any(
  String.raw`^(?:Президент|Премьер-министр|Министр|Заместитель|Исполняющий|Председатель|Глава)(?!\p{L})`,
  String.raw`^Государственный секретарь(?!\p{L})`,
  String.raw`^(?:President|Prime Minister|Minister|Deputy|Chairman|Foreign Minister)(?!\p{L})`,
), 'u'))
const SPEAKS = light(/\s(?:встрет|заяв|отмет|подчерк|said|met)\p{L}*/u)

/** "За Республику Х", "For the Republic of X", "(Подписи)", a row of underscores, an office and a name on a short line. */
export const isSignature = (text: string): boolean =>
  text.length <= 140 && !/[.:;]$/u.test(text)
  && (SIGNED.some((shape) => shape.test(text)) || (text.length <= 110 && OFFICE_LINE.test(text) && !SPEAKS.test(text)))

const NAME_WORD = String.raw`(?:\p{Lu}[\p{L}’'ʻ]+(?:-\p{L}+)*|(?:\p{Lu}\.)+)`
const PERSON = light(new RegExp(String.raw`^${NAME_WORD}(?:\s+(?:${NAME_WORD}|оглы|кызы|уулу|бин|bin|von|van|de)){1,4}$`, 'u'))

/** Nothing but a person's name, as under a signature: two to five capitalised words or initials. */
export const isPersonName = (text: string): boolean => text.length <= 100 && PERSON.test(text) && formOf(text) === null

/** "/// agency, date", a source, related links: below the text. */
export const isAttribution = (text: string): boolean =>
  /^\/{2,3}\s*\S/u.test(text) || /^(?:Источник|Source|Читайте также|Read also|По теме|Related)\s*:/iu.test(text)
  || (text.startsWith('©') && text.length < 200)

const BUTTONS = any('рассказать друзьям', 'поделиться', 'share(?: this)?', 'tweet', String.raw`ctrl\s*\+\s*enter`,
  'подписывайтесь', 'подписаться', 'распечатать', 'print', 'комментарии', String.raw`просмотр\p{L}*`, 'теги', 'tags',
  'views?', 'реклама')
const FURNITURE = [
  /^(?:фото|photo|видео|video|иллюстрация|image)\s*[:：]/iu,
  light(new RegExp(String.raw`^(?:${BUTTONS})\s*[:.!]?\s*\d*(?!\p{L})(?!\s+\p{L})`, 'iu')),
  /ctrl\s*\+\s*enter/iu,
  /^[*\-_=~#.\s]{3,}$/u,
  /^\d{1,7}$/u,
  /^https?:\/\/\S+$/u,
]

/** Furniture of web pages: captions, share buttons, counters, rows of signs. */
export const isFurniture = (text: string): boolean => text.length < 160 && FURNITURE.some((shape) => shape.test(text))

const UNOFFICIAL = light(new RegExp(any(
  String.raw`неофициальн\p{L}+\s+перевод`, String.raw`перевод\s+неофициальн`,
  String.raw`(?:unofficial|informal|provisional)\s+translation`,
  String.raw`slightly\s+paraphrased`, '仮訳', String.raw`бейресми\s+аударма`,
), 'iu'))
const ANNOUNCED = any(
  String.raw`ниже\s+привод(?:им|ится)`, String.raw`публикует\s+полный\s+текст`,
  String.raw`полн\p{L}+\s+текст\p{L}*\s+(?:\p{L}+\s+){0,2}(?:ниже|можно|доступ|следует)`,
  String.raw`begin\s+text`, String.raw`full\s+text\s+(?:of|follows|below)`,
)
const ANNOUNCES = light(new RegExp(ANNOUNCED, 'iu'))
const NOTE = light(new RegExp(any(ANNOUNCED, String.raw`https?:\/\/`, String.raw`end\s+text`), 'iu'))

/** "(неофициальный перевод)", 仮訳: the words were never agreed in this language. */
export const isUnofficialTranslation = (text: string): boolean => UNOFFICIAL.test(text)

/** A line by the editor of a page about the text that follows or stands before. */
export const isEditorNote = (text: string): boolean => text.length < 400 && (NOTE.test(text) || UNOFFICIAL.test(text))

/** A note that a whole text follows: "Ниже приводим …". It stands in no declaration. */
export const announcesText = (text: string): boolean => text.length < 400 && ANNOUNCES.test(text)

const YEAR = String.raw`(?:\s+\d{4}\s*(?:г\.|года)?)?`
const DATELINE = [
  light(new RegExp(String.raw`^\p{Lu}[\p{L}-]+[.,]\s+\d{1,2}\s+\p{L}+\.?,?${YEAR}\s*[.,]?\s*(?:[–—-]+\s*)?[(]?[\p{Lu}]`
    + String.raw`[\p{Lu}\d\s.-]{2,40}[)]?\s*(?:[.–—:-]|\/)`, 'u')),
  light(/^\p{Lu}{3,}(?:[\s-]\p{Lu}+)*,?\s+\p{L}+\.?\s+\d{1,2}\s*(?:\([A-Z]+\)|,\s*\d{4})?\s*[–—-]/u),
]

/** ГОРОД, 16 ноября — АГЕНТСТВО. / Город. 16 ноября. АГЕНТСТВО - */
export const isDateline = (text: string): boolean => DATELINE.some((shape) => shape.test(text))

const SAID = any('сказал', 'заявил', 'отметил', 'подчеркнул', 'добавил', 'подытожил', 'обратился', 'считает', 'комментирует',
  'напомнил', 'рассказал', 'предложил', 'пояснил', 'says', 'said', 'added', 'noted')
const SPEECH = light(new RegExp(
  String.raw`(?:[»”",]\s*[–—-]|^[–—-]\s[\s\S]*,\s*[–—-])\s*(?:\p{L}+\s+){0,6}?(?:${SAID})\p{L}*`
  + String.raw`|[,.!?][”"’]\s+(?:\p{L}+\s+){0,6}?(?:said|says|added|noted|told)(?!\p{L})`, 'u'))
const DIALOGUE = light(/^[–—-]\s+\p{Lu}[\s\S]{60,}/u)

/** Somebody's words quoted, or reported with the speaker's name. */
export const isSpeech = (text: string): boolean =>
  SPEECH.test(text) || (DIALOGUE.test(text) && /[,.]\s*[–—-]\s/u.test(text.slice(20)))

const PRESS = [
  /(?:сообща(?:ет|ют)|сообщил[аи]?|переда(?:ет|ёт|л)|reports|according to|пишет|информирует)\s/iu,
  /по\s+(?:его\s+|ее\s+|их\s+)?(?:словам|мнению)|со слов\s/iu,
  light(/(?:^|\s)(?:эксперт|политолог|журналист|корреспондент|агентств|пресс-служб|spokes|correspondent|news agency)\p{L}*/iu),
  /(?:^|\s)(?:он|она)\s+(?:также\s+|отдельно\s+|особо\s+)?(?:отметил|подчеркнул|призвал|заявил|обратил|затронул|сказал)/iu,
  light(new RegExp(String.raw`(?:президент|министр|глава государства|лидер)(?:\s+\p{L}+){0,3}\s+`
    + String.raw`(?:отметил|подчеркнул|призвал|заявил|сказал|сообщил|предложил|напомнил)а?(?!\p{L})`, 'iu')),
  /(?:сегодня|накануне|вчера|yesterday|today)\s*[,(]?/iu,
  /нашего государства|нашего президента|на наших глазах|как видим/iu,
]

/** How many marks of a news report a paragraph bears. */
export const pressWords = (text: string): number => PRESS.filter((shape) => shape.test(text)).length

const LETTERHEAD = light(new RegExp(any(
  String.raw`^\d{1,4}(?:-[еоя]|st|nd|rd|th)\s+(?:пленарное\s+заседание|plenary\s+meeting)`,
  String.raw`^(?:Distr\.|A\/(?:RES|\d)|S\/\d|E\/\d|Agenda item|Пункт \d+ повестки|Original:|Язык оригинала)`,
  String.raw`^[\p{L}-]+\s+(?:session|сессия)$`,
  '^(?:United Nations|General Assembly|Организация Объединенных Наций|Генеральная Ассамблея)$',
), 'iu'))

/** "Distr.: General", the session, the agenda item, the symbol of the document. */
export const isLetterhead = (text: string): boolean => text.length < 120 && LETTERHEAD.test(text)

const ANNEX = light(new RegExp(String.raw`^(?:Приложение|ПРИЛОЖЕНИЕ|Annex|ANNEX|Appendix|APPENDIX)(?:\s+(?:№\s*)?[\dIVXA-Z]+)?`
  + String.raw`(?:(?!\s+\p{Ll})|\s+(?:к|to)\s+(?:the\s+|настоящ\p{Ll}+\s+)?\p{Lu})`, 'u'))
/** "Приложение 1", "Annex II", "Приложение к Протоколу": what follows is no part of the clauses above. */
export const isAnnexHeading = (text: string): boolean => text.length < 140 && ANNEX.test(text)

const MEETING = [
  light(new RegExp(any(
    String.raw`состоял(?:ся|ась|ись|ось)`, String.raw`прош[её]?л[аи]?`, String.raw`был[аио]?\s+проведен\p{L}*`, 'встретились',
    String.raw`провели\s+(?:\p{L}+\s+){0,3}(?:встреч|заседани|саммит|переговор)`,
  ), 'iu')),
  /\s(?:met|gathered|convened|assembled|held\s+(?:their|the|its|a)\s)|was\s+held|took\s+place|on\s+the\s+occasion\s+of/iu,
]

/** Somebody met somewhere: how a chapeau begins. */
export const isMeeting = (text: string): boolean => MEETING.some((shape) => shape.test(text))

const OFFICES = light(new RegExp(String.raw`(?:${any(
  'Президент', 'Премьер-министр', 'Министр', 'Заместитель', 'Исполняющий', 'Председатель', 'Глава', 'Главы', 'Министры',
  'Секретарь', 'President', 'Prime Minister', 'Minister', 'Foreign Minister', 'Secretary', 'Chancellor', 'Chairman', 'Heads',
)})(?!\p{L})`, 'gu'))
/** How many offices a text names. */
export const officesIn = (text: string): number => (text.match(OFFICES) ?? []).length

const LIST_ABOVE = /^(?:повестка(?:\s+дня)?|agenda|provisional\s+agenda|присутствовали|участвовали|present|attendees)\s*:?$/iu
/** "Повестка дня", "Agenda": a list stands below, though no colon says so. */
export const opensList = (text: string): boolean => text.length < 60 && LIST_ABOVE.test(text)

const IMPERSONAL = light(new RegExp(any(
  String.raw`^(?:\p{L}+\s+){0,2}(?:отмечен|подчеркнут|достигнут|выражен|обсужден|рассмотрен|подтвержден|согласован|принят|решен|одобрен|условлен)[оаы]?(?!\p{L})`,
  String.raw`(?:был[аио]?|стороны)\s+(?:\p{L}+\s+){0,2}(?:отмечен|подчеркнут|достигнут|выражен|обсужден|рассмотрен|подтвержден|согласован|одобрен)[оаы]?(?!\p{L})`,
  String.raw`^состоялся\s+обмен`, String.raw`^it\s+was\s+(?:agreed|noted|decided|underlined|recalled)(?!\p{L})`,
), 'iu'))
/** "Отмечено, что …", "были обсуждены …", "It was agreed …": an act of all, with nobody named. */
export const isImpersonal = (text: string): boolean => IMPERSONAL.test(text.slice(0, 400).replaceAll('ё', 'е'))
