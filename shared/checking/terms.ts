// What the parties are called: the term of the earlier text in a draft that has another. A subject that names only some of them
// is left to the officer: to harmonise it would be an error.
import { inSameCase, termForms } from '../language/declension.ts'
import { isFiniteVerb } from '../language/acts.ts'
import { light } from '../language/light.ts'
import { fold } from '../language/tokens.ts'
import type { DraftFacts, Finding, SourceFacts } from '../model/finding.ts'

/** Terms that a text may use without defining them. */
const COMMON = ['Стороны', 'Лидеры', 'Министры', 'Участники', 'Президенты', 'Sides', 'Leaders', 'Ministers', 'Participants', 'Presidents', 'Parties']

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll(' ', String.raw`[\s\u00a0]+`)
const isRussian = (word: string) => /[а-яё]/iu.test(word)

export function checkTerms(text: string, source: SourceFacts | null, draft: DraftFacts): Finding[] {
  const here = (terms: readonly string[]) => terms.map((one) => one.replace(/^the\s+/iu, '')).filter((one) => isRussian(one) === isRussian(text))
  const own = here(draft.terms)
  const [term] = own
  if (term === undefined) return []
  const isOwn = (one: string) => own.some((other) => fold(other) === fold(one))
  const defined = here(source?.terms ?? []).filter((one) => !isOwn(one))
  const common = here(COMMON).filter((one) => !isOwn(one) && !defined.some((other) => fold(other) === fold(one)))
  return [
    ...defined.flatMap((one) => mentions(text, one, term, true)),
    // A common word counts where it opens the paragraph as its subject.
    ...common.flatMap((one) => mentions(text, one, term, false))
      .filter(({ from, to }) => /^(?:The[\s\u00a0]+)?$/u.test(text.slice(0, from).trimStart()) && isBeforeVerb(text.slice(to))),
  ]
}

const NARROWED = light(/^[\s\u00a0]+(?:of[\s\u00a0]+)?(?:Республик\p{Ll}+[\s\u00a0]+|Королевств\p{Ll}+[\s\u00a0]+)?\p{Lu}\p{Ll}+/u)

function mentions(text: string, old: string, term: string, isDefined: boolean): Finding[] {
  const russian = isRussian(old)
  const forms = russian ? termForms(old) : null
  const spelled = [...new Set(forms ?? [old])].sort((a, b) => b.length - a.length)
  const shape = light(new RegExp(String.raw`(?<![\p{L}-])(?:${spelled.map(escaped).join('|')})(?![\p{L}-])`, 'giu'))
  return [...text.matchAll(shape)].flatMap((match): Finding[] => {
    const found = match[0]
    const [from, to] = [match.index, match.index + found.length]
    const [before, after] = [text.slice(Math.max(0, from - 40), from), text.slice(to)]
    const capital = /^\p{Lu}/u.test(found)
    // "Китайской Стороны" is one side; written small it is a term only as a subject.
    if (russian && /\p{Ll}(?:ой|ая|ую|ей)[\s\u00a0]+$/u.test(before) && !/(?:^|\s)(?:этой|своей)[\s\u00a0]+$/u.test(before)) return []
    if (!capital && !(isDefined && isSubject(after, russian, before))) return []
    if (DEFINING.test(before)) return []
    const base = { kind: 'term' as const, from, to, found, about: { term } }
    if (NARROWED.test(after)) return [{ ...base, why: 'term-narrowed', proposal: null, confidence: 'unsure' }]
    const to2 = russian ? termForms(term) : null
    const like = forms && to2 ? inSameCase(found, forms, to2, before) : null
    const proposal = russian ? like ?? { text: term, sure: false } : { text: term, sure: true }
    return [{
      ...base, why: 'term', proposal: { ...proposal, text: capital ? proposal.text : proposal.text[0]!.toLowerCase() + proposal.text.slice(1) },
      confidence: capital && isDefined ? 'sure' : 'likely',
    }]
  })
}

const DEFINING = light(/(?:далее|именуем\p{Ll}+|hereinafter|hereafter|referred[\s\u00a0]+to|called)[^().;]{0,25}$|\((?:the[\s\u00a0]+)?[“"‘]$/iu)

const WORD_AFTER = light(/^[\s\u00a0]+(?:также[\s\u00a0]+|вновь[\s\u00a0]+|высоко[\s\u00a0]+|also[\s\u00a0]+|further[\s\u00a0]+)?(\p{Ll}+)/u)

const isBeforeVerb = (after: string) => isFiniteVerb(WORD_AFTER.exec(after)?.[1] ?? '')
const isSubject = (after: string, russian: boolean, before: string) =>
  isBeforeVerb(after) && (russian || /(?:^|\s)the[\s\u00a0]+$/iu.test(before))
