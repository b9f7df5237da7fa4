// What a text says of itself: of a declaration, and of a draft as it stands.
import { citationOf } from '../drafting/citation.ts'
import { light } from '../language/light.ts'
import { findOrdinals } from '../language/ordinals.ts'
import { stem } from '../language/stems.ts'
import { definedTerms } from '../language/terms.ts'
import { tokens } from '../language/tokens.ts'
import type { Metadata } from '../model/declaration.ts'
import type { DraftDetails } from '../model/draft.ts'
import type { Block, Source, Statement } from '../model/statement.ts'
import type { DraftFacts, Meeting, SourceFacts } from '../model/finding.ts'

const SUMMIT = light(/^(?:встреч\p{Ll}*[\s\u00a0]+на[\s\u00a0]+высшем[\s\u00a0]+уровне|саммит\p{Ll}*|summit(?:[\s\u00a0]+meetings?)?)/iu)
const NOUNS: readonly [RegExp, string, 'm' | 'f' | 'n'][] = [
  [SUMMIT, 'summit', 'm'],
  [light(/^(?:встреч\p{Ll}*|meetings?)/iu), 'meeting', 'f'],
  [light(/^(?:совещани\p{Ll}*)/iu), 'meeting', 'n'],
  [light(/^(?:заседани\p{Ll}*)/iu), 'session', 'n'],
  [light(/^(?:сесси\p{Ll}*|sessions?)/iu), 'session', 'f'],
  [light(/^(?:конференци\p{Ll}*|conferences?)/iu), 'conference', 'f'],
  [light(/^(?:форум\p{Ll}*|forums?)/iu), 'forum', 'm'],
  [light(/^(?:раунд\p{Ll}*|rounds?)/iu), 'round', 'm'],
]
/** Words between the number and the meeting: "третья (очередная консультативная) встреча". */
const MOST_BETWEEN = 3
const EMPTY = new Set(['очередн', 'следующ', 'regular', 'next', 'annual', 'ежегодн'])

export interface NamedMeeting extends Meeting {
  gender: 'm' | 'f' | 'n'
  /** Range [from, to) of the number. */
  from: number
  to: number
}

/** Meetings that a text numbers, in order. */
export function findMeetings(text: string): NamedMeeting[] {
  return findOrdinals(text).flatMap(({ value, from, to }): NamedMeeting[] => {
    const rest = text.slice(to, to + 160)
    const words = tokens(rest).slice(0, MOST_BETWEEN + 1)
    for (const [index, word] of words.entries()) {
      if (/[.,;:()]/u.test(rest.slice(0, word.from))) return []
      for (const [shape, noun, gender] of NOUNS) {
        const match = shape.exec(rest.slice(word.from))
        if (!match) continue
        const between = words.slice(0, index).map(({ text: one }) => stem(one, 'ru')).filter((one) => !EMPTY.has(one))
        return [{ number: value, noun, gender, words: [...between, ...qualifiers(rest.slice(word.from + match[0].length))], from, to }]
      }
    }
    return []
  })
}

const QUALIFIER = light(/^[\s\u00a0]+(?:of[\s\u00a0]+(?:the[\s\u00a0]+)?)?(\p{Lu}?\p{Ll}+)/u)
/** A genitive in the plural, or an English "of": whose meeting it is. */
const OF_WHOM = light(/(?:ов|ев|ей|их|ых|глав)$/iu)

/** Whose meeting: "министров иностранных дел", "of the Foreign Ministers". */
function qualifiers(rest: string): string[] {
  const found: string[] = []
  for (let text = rest, match = QUALIFIER.exec(text); match && found.length < 3; match = QUALIFIER.exec(text)) {
    const word = match[1]!
    const english = /\bof[\s\u00a0]/u.test(match[0]) || (found.length > 0 && /^[a-z]/iu.test(word) && /^\p{Lu}/u.test(word))
    if (!english && !OF_WHOM.test(word)) break
    found.push(stem(word, 'ru'))
    text = text.slice(match[0].length)
  }
  return found
}

/** Whether two meetings are of one series, as far as their words tell. */
export const sameSeries = (a: Meeting, b: Meeting): boolean =>
  a.noun === b.noun && (a.words.length === 0 || b.words.length === 0 || a.words.some((word) => b.words.includes(word)))

/** The text of a block with every change accepted. */
export const liveText = ({ runs }: Pick<Block, 'runs'>): string =>
  runs.filter((run) => !run.revisions?.some(({ kind }) => kind === 'deletion')).map((run) => run.text).join('')

const textOfKind = (blocks: readonly Block[], kind: Block['kind']) => blocks.filter((block) => block.kind === kind).map(liveText)

/** Of a declaration: what its own chapeau says goes before what the catalogue has. */
export function sourceFacts(metadata: Metadata, statement: Statement): SourceFacts {
  const { date, place, parties, definedTerms: terms } = metadata
  const chapeau = textOfKind(statement.blocks, 'chapeau').slice(0, 3)
  const [meeting] = [metadata.title, ...textOfKind(statement.blocks, 'title'), ...chapeau].flatMap(findMeetings)
  return { date, place, parties, terms, meeting: meeting ?? null, citation: citationOf(metadata) }
}

/** Of a declaration that is not in the library any more: what the paragraph itself remembers. */
export const rememberedFacts = ({ date, citation }: Source): SourceFacts =>
  ({ date, place: null, parties: [], terms: [], meeting: null, citation })

/**
 * Of a draft. A number that its chapeau brought along from an earlier text says nothing about this meeting: `sources` are the
 * earlier texts by id.
 */
export function draftFacts(details: DraftDetails, statement: Statement, sources: ReadonlyMap<string, SourceFacts>, today: string): DraftFacts {
  const { date, place, parties, title } = details
  const openings = statement.blocks.filter(({ kind }) => kind === 'chapeau' || kind === 'title').map((block) => ({ kind: block.kind, text: liveText(block) }))
  const brought = (meeting: Meeting) =>
    [...sources.values()].some((source) => source.meeting?.number === meeting.number && sameSeries(source.meeting, meeting) && source.date !== date)
  const meeting = [title, ...openings.map(({ text }) => text)].flatMap(findMeetings).find((one) => !brought(one)) ?? null
  const terms = [...new Set(openings.filter(({ kind }) => kind === 'chapeau').flatMap(({ text }) => definedTerms(text)))]
  return { date, place, parties, terms, meeting, today }
}
