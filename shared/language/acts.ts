// The act of a clause: who speaks (the Sides, the Leaders, one state) and the verb that carries it. A clause opens with
// its subject, with a lead-in before the subject, with the verb alone ("Отмечаем"), or, in a preamble, with a participle.
import { eastAsianAct, isEastAsian } from './eastAsian.ts'
import { light } from './light.ts'
import { stateMentions } from './states.ts'
import { fold } from './tokens.ts'

export interface Act {
  opening: 'subject' | 'lead-in' | 'verb' | 'participle' | 'none'
  /** The subject is one side or some of the states, not all. */
  narrowed: boolean
  /** The finite verb as written, or null. */
  verb: string | null
}

const NONE: Act = { opening: 'none', narrowed: false, verb: null }

const RU_COLLECTIVE = [
  'стороны', 'лидеры', 'министры', 'участники', 'президенты', 'страны', 'премьер-министры', 'мы', 'правительства', 'партнеры',
  String.raw`главы\s+(?:\p{L}+\s+)?(?:государств|правительств|делегаций|ведомств|внешнеполитических\s+ведомств|мид)`,
  String.raw`государства(?:\s*[-–]\s*\p{L}+)?`,
  'договаривающиеся\\s+стороны', 'делегации', 'председатели', 'секретари',
].join('|')
const RU_SIDE = String.raw`\p{L}+(?:ая|ской)\s+сторона|\p{L}+\s+и\s+\p{L}+\s+стороны`
const EN_GROUPS =
  'sides|parties|leaders|participants|ministers|presidents|governments|countries|delegations|chairs|partners|states'
const EN_COLLECTIVE = [
  'we', 'they', String.raw`both\s+(?:${EN_GROUPS})`,
  String.raw`(?:the\s+)?(?:(?:two|five|six|contracting|participating|foreign)\s+)*(?:${EN_GROUPS})`,
  String.raw`(?:the\s+)?heads\s+of\s+(?:state|government|delegation)s?(?:\s+and\s+(?:heads\s+of\s+)?government)?`,
  String.raw`(?:the\s+)?(?:prime\s+ministers|member\s+states|general\s+assembly|security\s+council|conference|summit|council)`,
].join('|')
const EN_SIDE = String.raw`the\s+\p{Lu}\p{L}+\s+side`
const OTHER = String.raw`Сторони|Les\s+Parties|Nous`

/** Sides in languages whose verb comes last: kk, ky, tk, uz, tg. */
const VERB_LAST_SIDES = light(/^(?:Тараптар|Taraplar|Tomonlar|Томонлар|Ҷонибҳо)(?!\p{L})/iu)
const LAST_VERB = light(/\p{L}+(?:[дт][ыіиуү]|[дт]илар|анд|дейді|[аеы]т|d[iy]|dilar|dylar|diler|ýarlar|ýärler|adilar)(?=[.;:]?$)/iu)

/** Roots of verbs that carry acts in Russian; an ending then tells finite form from participle. */
const RU_ROOTS = `принима принял отмеча отмети констатир обсужда обсуди рассматрива рассмотре напомина напомни призна
приветств оценива оцени поздравля поздрави благодар поблагодари разделя раздели счита сочл подчеркива подчеркн подтвержда
подтверди поддержива поддержа выступа выступи высказыва высказа осужда осуди отверга отверг предлага предлож рекоменд призыва
призва настаива требу потребова изуча изучи стрем намерева содейств соглаша соглас договарива договор одобря одобри поруча
поруч учрежда учреди постановля постанови реша реши обязу обязал выража вырази заявля заяви продолж проявля провозглаша
провозгласи укрепля развива расширя уделя прилага прилож сошл приш обменя достигл исход ссыла руководств сознава учитыва
принимая желая стремясь будучи убежд ожида просят просил`.split(/\s+/u)
const ruRoot = light(new RegExp(`^(?:${RU_ROOTS.join('|')})`, 'u'))
const RU_FINITE = /(?:[юуяа]т|[юуяа]тся|[еи]т|[еи]тся|[еёи]м|[еи]мся|л[иао]?|л[иао]?сь|лся)$/u
const RU_PLURAL = /(?:[юуяа]т|[юуяа]тся|[еёи]м|[еи]мся|ли|лись|лися|[аяую]ють|[аяую]ються)$/u
const RU_SHORT = new RegExp(`^(?:${[
  'готов[ыао]?', 'намерен[ыао]?', 'едины', 'единодушны', 'убежден[ыао]?', 'привержен[ыао]?', 'заинтересован[ыао]?',
  'обязан[ыао]?', 'должн[ыао]', 'вправе', 'обеспокоен[ыао]?', 'удовлетворен[ыао]?', 'против', 'за',
].join('|')})$`, 'u')
const RU_PARTICIPLE = light(/^(?:[\p{L}-]+(?:яя|ая|уя|ясь|аясь|ив|ав|ев|нув|вшись|вши)|будучи|исходя|памятуя)$/u)

const EN_VERBS = `note observe consider discuss acknowledge recogni[sz]e recall welcome commend appreciate congratulate
thank believe emphasi[sz]e stress underline underscore affirm reaffirm reiterate support condemn reject deplore invite
encourage recommend request call urge demand explore intend seek aim look pledge agree concur endorse adopt approve task
mandate launch establish proclaim decide commit undertake resolve express declare state confirm highlight exchange review
share remain continue hope expect stand oppose advocate attach regard deem appeal strive ensure promote strengthen develop
cooperate proceed favou?r propose work hold appoint designate entrust instruct praise value hail applaud take took pay paid`.split(/\s+/u)
const enVerb = light(new RegExp(`^(?:${EN_VERBS.join('|')})(?:s|es|d|ed|ted|red|led)?$`, 'u'))
const EN_AUXILIARY =
  /^(?:will|shall|should|may|must|are|were|have|has|had|would|agreed|took|held|stood|undertook|sought|is|was)$/u
const EN_UN_VERB = light(new RegExp(`^(?:${EN_VERBS.join('|')})s?$`, 'u'))
const EN_PARTICIPLE = new RegExp(`^(?:${`recalling noting reaffirming welcoming recogni[sz]ing acknowledging bearing
considering taking emphasi[sz]ing stressing expressing mindful guided convinced desiring desirous determined aware conscious
concerned deeply having believing confirming affirming underlining building inspired committed proceeding wishing seeking
striving appreciating reiterating commending`.split(/\s+/u).join('|')})$`, 'u')

const word = light(/[\p{L}\p{M}’'-]+/gu)

/** Whether a word as written may be the finite verb of an act. */
export const isFiniteVerb = (form: string): boolean => {
  const folded = fold(form)
  if (/[а-я]/u.test(folded)) {
    return RU_SHORT.test(folded) || (folded.length > 3 && RU_PLURAL.test(folded))
      || (ruRoot.test(folded) && RU_FINITE.test(folded))
  }
  // Inside a sentence a capital makes it a name: "the States of the region".
  return form[0] === folded[0] && (enVerb.test(folded) || EN_AUXILIARY.test(folded))
}

/** The first finite verb among the words right after a subject; a phrase between commas may stand between them. */
function verbAfter(text: string): string | null {
  const near = text.slice(0, 400).replace(/^\s*,[^,]{1,300},/u, ' ')
  let count = 0
  for (const [form] of near.matchAll(word)) {
    if (isFiniteVerb(form)) return form
    if (++count > 28) return null
  }
  return null
}

const subjects = (terms: readonly string[]) =>
  terms.map((term) => fold(term).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).filter(Boolean).join('|')

/** "Мы, президенты …": the list of those who speak, and no act yet. */
const APPOSITION = /^\s*,\s*(?:the\s+)?(?:президент|глав|министр|лидер|president|heads|minister|leader)/iu

/** Reads acts of one document; the terms it defines for its parties count as subjects. */
export function actReader(terms: readonly string[]): (text: string) => Act {
  const own = subjects(terms)
  const collective = [own, RU_COLLECTIVE, EN_COLLECTIVE, OTHER].filter(Boolean).join('|')
  const atStart = light(new RegExp(`^(?:${collective})(?!\\p{L})`, 'iu'))
  const side = light(new RegExp(`^(?:${RU_SIDE}|${EN_SIDE})(?!\\p{L})`, 'iu'))
  const later = light(new RegExp(String.raw`[,;\s](?:${collective}|${RU_SIDE}|${EN_SIDE})(?=\s)`, 'giu'))

  return (text) => {
    const trimmed = text.trim()
    if (isEastAsian(trimmed)) return eastAsianAct(trimmed) ?? NONE
    const folded = trimmed.replaceAll('ё', 'е')
    const start = atStart.exec(folded)
    const after = start ? verbAfter(folded.slice(start[0].length)) : null
    if (start && after && !APPOSITION.test(folded.slice(start[0].length))) {
      return { opening: 'subject', narrowed: narrows(folded.slice(start[0].length)), verb: after }
    }
    const last = VERB_LAST_SIDES.test(trimmed) ? LAST_VERB.exec(trimmed.slice(-80)) : null
    if (last) return { opening: 'subject', narrowed: false, verb: last[0] }
    const one = side.exec(folded)
    if (one) {
      const verb = verbAfter(folded.slice(one[0].length))
      if (verb) return { opening: 'subject', narrowed: true, verb }
    }
    const [first, second] = [...folded.slice(0, 200).matchAll(word)].map(([form]) => form)
    if (first && startsWithVerb(first, second)) return { opening: 'verb', narrowed: false, verb: first }
    const state = stateSubject(folded)
    if (state) return state
    const sentence = firstSentence(folded)
    for (const match of sentence.matchAll(later)) {
      const rest = sentence.slice(match.index + match[0].length)
      const near = [...rest.slice(0, 120).matchAll(word)].slice(0, 4).map(([form]) => form)
      const verb = near.find(isFiniteVerb)
      if (verb) return { opening: 'lead-in', narrowed: false, verb }
    }
    if (first && startsWithParticiple(first)) return { opening: 'participle', narrowed: false, verb: null }
    return NONE
  }
}

/** "Лидеры Японии, Казахстана …": some of the states only. "Лидеры стран Центральной Азии" too. */
const narrows = (rest: string): boolean =>
  light(/^\s+(?:стран\s|of\s)?\s*\p{Lu}\p{L}+/u).test(rest) && stateMentions(rest.slice(0, 60)).length > 0

function stateSubject(text: string): Act | null {
  const [mention] = light(/^(?:The\s+)?\p{Lu}/u).test(text) ? stateMentions(text.slice(0, 120)) : []
  if (!mention || mention.from > 4) return null
  const near = [...text.slice(mention.to, mention.to + 120).matchAll(word)].slice(0, 6).map(([form]) => form)
  const verb = near.find(isFiniteVerb)
  return verb ? { opening: 'subject', narrowed: true, verb } : null
}

function startsWithVerb(first: string, second: string | undefined): boolean {
  const folded = fold(first)
  if (/[а-я]/u.test(folded)) return ruRoot.test(folded) && RU_FINITE.test(folded) && !/(?:ая|яя|ость|ие|ия|нет)$/u.test(folded)
  return EN_UN_VERB.test(folded) && first[0] === first[0]!.toUpperCase() && second !== 'of'
}

function startsWithParticiple(first: string): boolean {
  const folded = fold(first)
  return /[а-я]/u.test(folded) ? RU_PARTICIPLE.test(folded) && ruRoot.test(folded) : EN_PARTICIPLE.test(folded)
}

const firstSentence = (text: string) => light(/^[\s\S]*?(?:[.!?]["”»)]?\s+(?=\p{Lu})|$)/u).exec(text)![0]

/** Sentences of a paragraph. Points of abbreviations and initials do not end one. */
export function sentences(text: string): string[] {
  return text.split(light(/(?<=\p{L}{3,}[”»")]?[.!?…]["”»)]?)\s+(?=[\p{Lu}«“"])/u)).filter((part) => part.trim() !== '')
}

/** How many sentences of a clause carry an act of their own. */
export function predications(text: string, terms: readonly string[] = []): number {
  const read = actReader(terms)
  return sentences(text).filter((sentence) => {
    const act = read(sentence)
    if (act.opening !== 'none' && act.opening !== 'participle') return true
    // "В этой связи просят …": a short phrase, then the verb.
    return [...sentence.matchAll(word)].slice(0, 6).some(([form]) => ruRoot.test(fold(form)) && RU_PLURAL.test(fold(form)))
  }).length
}
