// Who spoke for the states then: persons and offices that the draft's own list of parties does not have.
import { light } from '../language/light.ts'
import { isSameName } from '../language/names.ts'
import { stateMentions } from '../language/states.ts'
import { stem } from '../language/stems.ts'
import { fold, tokens, type Token } from '../language/tokens.ts'
import type { Party } from '../model/declaration.ts'
import type { DraftFacts, Finding, SourceFacts } from '../model/finding.ts'

const partsOf = (person: string) => tokens(person).map(({ text }) => fold(text))
const sameState = (a: Party, b: Party) => (a.code !== undefined && b.code !== undefined ? a.code === b.code : fold(a.state) === fold(b.state))
const samePerson = (a: string, b: string) => partsOf(a).toSorted().join(' ') === partsOf(b).toSorted().join(' ')

export function checkPersons(text: string, source: SourceFacts | null, draft: DraftFacts): Finding[] {
  const words = tokens(text)
  const found = (source?.parties ?? []).flatMap((party) => {
    const now = draft.parties.find((other) => sameState(other, party))
    const persons = checkPerson(text, words, party, now, draft)
    return [...persons, ...checkOffice(text, words, party, now, persons)]
  })
  return [...found, ...checkActing(text, source, draft)]
}

function checkPerson(text: string, words: readonly Token[], { state, person }: Party, now: Party | undefined, draft: DraftFacts): Finding[] {
  if (!person || draft.parties.some((other) => other.person && samePerson(other.person, person))) return []
  const parts = partsOf(person)
  return spans(text, words, parts).map(({ from, to }): Finding => {
    const found = text.slice(from, to)
    const base = { kind: 'person' as const, from, to, found }
    if (!now) return { ...base, why: 'person-absent', about: { state }, proposal: null, confidence: 'likely' }
    if (!now.person) return { ...base, why: 'person-unnamed', about: { state }, proposal: null, confidence: 'unsure' }
    const asListed = samePerson(found, person)
    return { ...base, why: 'person-other', about: { state, person: now.person }, proposal: { text: now.person, sure: asListed }, confidence: 'sure' }
  })
}

/** Where two parts of a name stand together in any case, or one after an initial. */
function spans(text: string, words: readonly Token[], parts: readonly string[]): { from: number; to: number }[] {
  const isPart = ({ text: word }: Token) => /^\p{Lu}/u.test(word) && parts.some((part) => isSameName(fold(word), part) || (word.length === 1 && part.startsWith(fold(word))))
  const found: { from: number; to: number }[] = []
  for (let i = 0; i < words.length; i++) {
    let last = i
    while (last < words.length && isPart(words[last]!) && /^[\s\u00a0.-]*$/u.test(last === i ? '' : text.slice(words[last - 1]!.to, words[last]!.from))) last++
    const run = words.slice(i, last)
    if (run.length >= 2 && run.some(({ text: word }) => word.length > 2)) {
      found.push({ from: run[0]!.from, to: run.at(-1)!.to })
      i = last - 1
    }
  }
  return found
}

const stems = (text: string) => tokens(text).map((word) => stem(word.text, 'ru'))

/** The office as the earlier text gives it, before its state or its person. */
function checkOffice(text: string, words: readonly Token[], party: Party, now: Party | undefined, persons: readonly Finding[]): Finding[] {
  const { state, title } = party
  if (!title || !now?.title || fold(now.title) === fold(title)) return []
  const wanted = stems(title)
  const inText = words.map(({ text: word }) => stem(word, 'ru'))
  const found: Finding[] = []
  for (let i = 0; i + wanted.length <= words.length; i++) {
    if (!wanted.every((one, k) => inText[i + k] === one)) continue
    const [from, to] = [words[i]!.from, words[i + wanted.length - 1]!.to]
    const after = text.slice(to, to + 90)
    const [next] = stateMentions(after)
    const isTheirs = next && party.code ? next.code === party.code && next.from < 12 : persons.some((person) => person.from > to && person.from - to < 90)
    if (!isTheirs) continue
    const written = text.slice(from, to)
    found.push({
      kind: 'office', from, to, found: written, why: 'office-other', about: { state, office: now.title },
      proposal: { text: now.title, sure: fold(written) === fold(title) }, confidence: 'likely',
    })
  }
  return found
}

const ACTING = light(/(?<!\p{L})(?:[Ии]сполняющ\p{Ll}+[\s\u00a0]+обязанности|[Вв]рио|и\.[\s\u00a0]?о\.|[Aa]cting)(?=[\s\u00a0]+\p{Lu})/gu)

/** Nobody acts for long: an acting officer that the draft does not list. */
function checkActing(text: string, source: SourceFacts | null, draft: DraftFacts): Finding[] {
  if (!source || source.date === draft.date || draft.parties.some(({ title }) => title && new RegExp(ACTING.source, 'u').test(`${title} `))) return []
  return [...text.matchAll(ACTING)].map((match): Finding => ({
    kind: 'office', from: match.index, to: match.index + match[0].length, found: match[0], why: 'office-acting', about: {}, proposal: null, confidence: 'likely',
  }))
}
