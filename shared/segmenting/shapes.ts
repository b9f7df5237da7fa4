// Shapes of lines in statements and in the pages they are found on: transition, title, place and date, signature, press.
import { light } from '../language/light.ts'
import { findDates } from '../language/dates.ts'
import { placeInLine } from '../language/places.ts'

/** "заявляют о нижеследующем", "have agreed as follows:" at the end of the chapeau. */
const TRANSITION = light(new RegExp([
  String.raw`(?:заяв\p{L}+|деклар\p{L}+|провозглаш\p{L}+|соглас\p{L}+|договор\p{L}+|заключ\p{L}+|подтверд\p{L}+|констатир\p{L}+|реш\p{L}+|постанов\p{L}+|приш\p{L}+)[^.]{0,60}\s(?:о\s+)?(?:нижеследующ\p{L}+|следующ(?:ем|ее|им))\s*[.:,;]?$`,
  String.raw`(?:заявляют|заявили|заявляем|постановляет|декларируют|провозглашаем)\s*:$`,
  String.raw`(?:state|declare|agree|announce|reaffirm|proclaim|affirm|decide|issue|conclude|adopt)\p{L}*[^.]{0,60}\s(?:the\s+following|as\s+follows)(?:\s+\p{L}+){0,3}\s*[.:,;]?$`,
  String.raw`(?:声明如下|达成如下|以下のとおり|次のとおり)[^。]{0,12}[。：:]?$`,
  String.raw`(?:төмендегіні|төмөнкүлөрдү|қуйидаги|sont\s+convenu\p{L}*\s+de\s+ce\s+qui\s+suit)[^.]{0,40}[.:,]?$`,
].join('|'), 'iu'))
export const isTransition = (text: string): boolean => TRANSITION.test(text.slice(-200))

const FORMS: readonly (readonly [RegExp, 'joint-statement' | 'declaration' | 'communique' | 'resolution' | 'other'])[] = [
  [light(/^(?:(?:итоговое|заключительное)\s+)?(?:совместное\s+)?коммюнике|^(?:[\p{L}'’.-]+\s+){0,3}communiqué?(?!\p{L})|公报|^коммюнике/iu), 'communique'],
  [light(/^(?:\p{L}+\s+){0,2}(?:совместное\s+(?:\p{L}+\s+)?заявление|заявление(?!\s+о\s+приеме))|^(?:[\p{L}'’.-]+\s+){0,4}(?:joint\s+)?(?:press\s+|ministerial\s+|leaders['’]?\s+)?statement(?!\p{L})|联合声明|共同声明|бірлескен мәлімдеме/iu), 'joint-statement'],
  [light(/^(?:[\p{L}-]+\s+){0,3}деклараци[яи](?!\p{L})|^(?:[\p{L}'’.-]+\s+){0,4}declaration(?!\p{L})|宣言|декларациясы/iu), 'declaration'],
  [light(/^(?:\p{L}+\s+)?резолюци[яи](?!\p{L})|^(?:draft\s+)?resolution(?!\p{L})|决议/iu), 'resolution'],
  [light(/^(?:обращение|меморандум|соглашение|протокол|концепция|решение)(?!\p{L})|^(?:memorandum|agreement|protocol|joint\s+(?:vision|action)|roadmap)(?!\p{L})/iu), 'other'],
]

/** The form that a title names, or null where the line names none. */
export const formOf = (text: string) => FORMS.find(([shape]) => shape.test(text))?.[1] ?? null

/** A place and a date and hardly anything else; `part`: only one of the two, as on a line of its own. */
export function placeDate(text: string): 'whole' | 'part' | null {
  if (text.length > 160) return null
  const dates = findDates(text)
  const done = /^(?:Совершено|Подписано|Принято|Done|Signed|Adopted|Issued)\s+(?:в|at|in)\s/u.test(text)
  if (dates.length === 0) return light(/^(?:г\.|город)\s*\p{Lu}[\p{L}-]+(?:,\s*\p{Lu}[\p{L} -]+)?[.,]?$/u).test(text) ? 'part' : null
  const date = dates.at(-1)!
  if (date.iso === null && !done) return null
  const rest = `${text.slice(0, dates[0]!.from)} ${text.slice(date.to)}`.replace(/(?:^|\s)(?:г\.|года?|год|on|the|від|от|corresponding\s+to.*)(?=[\s,.)]|$)/giu, ' ').replace(/[\s(),.;\]|/–—-]+/gu, ' ').trim()
  if (rest === '') return 'part'
  if (done) return 'whole'
  const words = rest.split(' ').length
  return words <= 5 && placeInLine(text.slice(0, dates[0]!.from) || text.slice(date.to)) !== null && !light(/[а-яё]{3,}(?:лась|лся|лось|ла|ло|ли)(?!\p{L})/u).test(rest)
    && !/\s(?:met|held|was|were|took)\s/u.test(` ${rest} `) ? 'whole' : null
}

const OFFICE = light(/^(?:(?:Президент|Премьер-министр|Министр|Заместитель|Исполняющий|Председатель|Глава|Государственный секретарь)(?!\p{L})|(?:President|Prime Minister|Minister|Deputy|Chairman|Foreign Minister)\b)/u)

/** "За Республику Х", "For the Republic of X", "(Подписи)", a row of underscores, an office and a name on a short line. */
export const isSignature = (text: string): boolean =>
  text.length <= 140 && !/[.:;]$/u.test(text) && (
    light(/^(?:За|От имени)\s+(?:Правительство\s+)?\p{Lu}/u).test(text) || light(/^(?:For|On behalf of)\s+(?:the\s+)?(?:Government\s+of\s+)?(?:the\s+)?\p{Lu}/u).test(text)
    || /^\(?(?:подпис[иь]|signatures?|signed)\)?$/iu.test(text) || /^[_\s]{5,}/u.test(text)
    || (OFFICE.test(text) && text.length <= 110 && !light(/\s(?:встрет|заяв|отмет|подчерк|said|met)\p{L}*/u).test(text)))

export const isAttribution = (text: string): boolean =>
  /^\/{2,3}\s*\S/u.test(text) || /^(?:Источник|Source|Читайте также|Read also|По теме|Related)\s*:/iu.test(text) || (text.startsWith('©') && text.length < 200)

/** Furniture of web pages: captions, share buttons, counters, rows of signs. */
export const isFurniture = (text: string): boolean =>
  text.length < 160 && (
    /^(?:фото|photo|видео|video|иллюстрация|image)\s*[:：]/iu.test(text)
    || light(/^(?:рассказать друзьям|поделиться|share(?: this)?|tweet|ctrl\s*\+\s*enter|подписывайтесь|подписаться|распечатать|print|комментарии|просмотр\p{L}*|теги|tags|views?|реклама)\s*[:.!]?\s*\d*(?!\p{L})(?!\s+\p{Ll})/iu).test(text)
    || /ctrl\s*\+\s*enter/iu.test(text) || /^[*\-_=~#.\s]{3,}$/u.test(text) || /^\d{1,7}$/u.test(text) || /^https?:\/\/\S+$/u.test(text))

/** A line by the editor of a page about the text that follows or stands before. */
export const isEditorNote = (text: string): boolean =>
  text.length < 400 && (/https?:\/\//u.test(text) || light(/неофициальн\p{L}+\s+перевод|unofficial\s+translation|slightly\s+paraphrased|ниже\s+приводим|ниже\s+приводится|публикует\s+полный\s+текст|полн\p{L}+\s+текст\p{L}*\s+(?:\p{L}+\s+){0,2}(?:ниже|можно|доступ|следует)|begin\s+text|end\s+text|仮訳|бейресми\s+аударма|full\s+text\s+(?:of|follows|below)/iu).test(text))

export const isUnofficialTranslation = (text: string): boolean =>
  light(/неофициальн\p{L}+\s+перевод|перевод\s+неофициальн|unofficial\s+translation|informal\s+translation|provisional\s+translation|slightly\s+paraphrased|仮訳|бейресми\s+аударма/iu).test(text)

/** ГОРОД, 16 ноября — АГЕНТСТВО. / Ташкент. 16 ноября. АГЕНТСТВО - */
export const isDateline = (text: string): boolean =>
  light(/^\p{Lu}[\p{L}-]+[.,]\s+\d{1,2}\s+\p{L}+\.?,?(?:\s+\d{4}\s*(?:г\.|года)?)?\s*[.,]?\s*(?:[–—-]+\s*)?[(]?[\p{Lu}][\p{Lu}\d\s.-]{2,40}[)]?\s*(?:[.–—:-]|\/)/u).test(text)
  || light(/^\p{Lu}{3,}(?:[\s-]\p{Lu}+)*,?\s+\p{L}+\.?\s+\d{1,2}\s*(?:\([A-Z]+\)|,\s*\d{4})?\s*[–—-]/u).test(text)

const SPEECH = light(/(?:[»”",]\s*[–—-]|^[–—-]\s[\s\S]*,\s*[–—-])\s*(?:\p{L}+\s+){0,6}?(?:сказал|заявил|отметил|подчеркнул|добавил|подытожил|обратился|считает|комментирует|напомнил|рассказал|предложил|пояснил|says|said|added|noted)\p{L}*/u)
/** Somebody's words quoted, or reported with the speaker's name. */
export const isSpeech = (text: string): boolean =>
  SPEECH.test(text) || light(/^[–—-]\s+\p{Lu}[\s\S]{60,}/u).test(text) && /[,.]\s*[–—-]\s/u.test(text.slice(20))

export const pressWords = (text: string): number =>
  [/(?:сообща(?:ет|ют)|сообщил[аи]?|переда(?:ет|ёт|л)|reports|according to|пишет|информирует)\s/iu, /по\s+(?:его\s+|ее\s+|их\s+)?(?:словам|мнению)|со слов\s/iu,
    light(/(?:^|\s)(?:эксперт|политолог|журналист|корреспондент|агентств|пресс-служб|spokes|correspondent|news agency)\p{L}*/iu),
    /(?:^|\s)(?:он|она)\s+(?:также\s+|отдельно\s+|особо\s+)?(?:отметил|подчеркнул|призвал|заявил|обратил|затронул|сказал)/iu,
    light(/(?:президент|министр|глава государства|лидер)(?:\s+\p{L}+){0,3}\s+(?:отметил|подчеркнул|призвал|заявил|сказал|сообщил|предложил|напомнил)а?(?!\p{L})/iu),
    /(?:сегодня|накануне|вчера|yesterday|today)\s*[,(]?/iu, /нашего государства|нашего президента|на наших глазах|как видим/iu,
  ].filter((shape) => shape.test(text)).length

export const isLetterhead = (text: string): boolean =>
  text.length < 120 && light(/^(?:Distr\.|A\/(?:RES|\d)|S\/\d|E\/\d|(?:[\p{L}-]+)\s+(?:session|сессия)$|Agenda item|Пункт \d+ повестки|United Nations$|General Assembly$|Организация Объединенных Наций$|Генеральная Ассамблея$|Original:|Язык оригинала)/iu).test(text)

export const isAnnexHeading = (text: string): boolean => text.length < 140 && light(/^(?:Приложение|ПРИЛОЖЕНИЕ|Annex|ANNEX|Appendix)(?:\s+(?:№\s*)?[\dIVXA-Z]+)?(?!\s+\p{Ll})/u).test(text)

/** Somebody met somewhere: how a chapeau begins. */
export const isMeeting = (text: string): boolean =>
  light(/(?:состоял(?:ся|ась|ись|ось)|прош[её]?л[аи]?|был[аио]?\s+проведен\p{L}*|встретились|провели\s+(?:\p{L}+\s+){0,3}(?:встреч|заседани|саммит|переговор))/iu).test(text)
  || /(?:\s(?:met|gathered|convened|assembled|held\s+(?:their|the|its|a)\s)|was\s+held|took\s+place|on\s+the\s+occasion\s+of)/iu.test(text)

const OFFICES = light(/(?:Президент|Премьер-министр|Министр|Заместитель|Исполняющий|Председатель|Глава|Главы|Министры|Секретарь|President|Prime Minister|Minister|Foreign Minister|Secretary|Chancellor|Chairman|Heads)(?!\p{L})/gu)
export const officesIn = (text: string): number => (text.match(OFFICES) ?? []).length
