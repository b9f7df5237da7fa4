// A report as a document: headings, clauses, tables, each wording in pieces that say how they look. DOCX, PDF and plain text are
// written from this one.
import { citingOf } from '../../../../shared/reporting/index.ts'
import type { WordOp } from '../../../../shared/model/comparison.ts'
import { dateInWords } from '../../../../shared/drafting/dateInWords.ts'
import { FATES, type ClauseFate, type Fate, type NewClause, type Place, type Report, type VerbChange } from '../../../../shared/model/report.ts'
import { sayIn, type Say } from './words.ts'

/** What a text says is plain or changed; what the report says is quiet. */
export type Look = 'plain' | 'inserted' | 'deleted' | 'quiet' | 'stronger' | 'weaker'

export interface Piece {
  text: string
  look: Look
}

export type Part =
  | { kind: 'heading'; text: string; count: number | null }
  | { kind: 'bar'; segments: { fate: Fate; count: number; label: string }[] }
  /** `leads` keeps it on one page with what follows. */
  | { kind: 'text'; pieces: Piece[]; leads?: true }
  /** A clause under its citation, then lines about it. */
  | { kind: 'clause'; place: string; lines: Piece[][] }
  /** `widths` are shares of the line. */
  | { kind: 'table'; columns: string[]; widths: number[]; rows: Piece[][][] }

export interface ReportDocument {
  language: 'ru' | 'en'
  title: string
  /** The two texts, with their dates. */
  pair: string
  parts: Part[]
}

export function reportDocument(report: Report, language: 'ru' | 'en'): ReportDocument {
  const say = sayIn(language)
  const name = ({ name: title, date }: Report['old']) => (date ? `${title}, ${dateInWords(date, language)}` : title)
  const write = new Writer(say, language)
  const isSame = report.fates.kept === report.old.clauses && report.added.length === 0 && report.apart.length === 0
  return {
    language,
    title: say('title'),
    pair: say('pair', { old: name(report.old), new: name(report.new) }),
    parts: [
      ...write.sum(report),
      ...(isSame ? [{ kind: 'text' as const, pieces: [quiet(say('same'))] }] : [
        ...write.dropped(report), ...write.lost(report), ...write.apart(report), ...write.added(report), ...write.verbs(report), ...write.facts(report),
        ...write.clauses(report),
      ]),
    ],
  }
}

const piece = (text: string, look: Look = 'plain'): Piece => ({ text, look })
const quiet = (text: string) => piece(text, 'quiet')
const LOOKS: Record<WordOp['op'], Look> = { equal: 'plain', insert: 'inserted', delete: 'deleted' }
/** A thin space between what went and what came instead, so that two dates do not run into one. */
const BETWEEN = '\u2009'

const wording = (ops: readonly WordOp[]): Piece[] => ops.flatMap(({ op, text }, index) => [
  ...(op === 'insert' && ops[index - 1]?.op === 'delete' ? [piece(BETWEEN)] : []),
  piece(text.replaceAll('\n', ' ¶ '), LOOKS[op]),
])

/** A place as a reader cites it. */
export function placeText(place: Place, say: Say): string {
  const citing = citingOf(place)
  switch (citing.by) {
    case 'number':
      return say('place-number', { number: citing.number })
    case 'section':
      return say('place-section', { section: citing.section, paragraph: citing.paragraph })
    case 'heading':
      return say('place-heading', { section: citing.section, paragraph: citing.paragraph })
    case 'clause':
      return say('place-clause', { paragraph: citing.paragraph })
    case 'kind':
      return say(`place-${citing.kind}`)
  }
}

class Writer {
  readonly #say: Say
  readonly #language: 'ru' | 'en'

  constructor(say: Say, language: 'ru' | 'en') {
    this.#say = say
    this.#language = language
  }

  sum({ fates, old }: Report): Part[] {
    const parts = FATES.map((fate) => `${this.#say(`fate-${fate}`)} ${fates[fate]}`).join(' + ')
    return [
      { kind: 'bar', segments: FATES.map((fate) => ({ fate, count: fates[fate], label: this.#say(`fate-${fate}`) })) },
      { kind: 'text', pieces: [quiet(this.#say('sum', { total: old.clauses, parts }))] },
    ]
  }

  dropped({ clauses }: Report): Part[] {
    const dropped = clauses.filter(({ fate }) => fate === 'dropped')
    const none = { kind: 'text' as const, pieces: [quiet(this.#say('dropped-none'))] }
    return [this.#heading('dropped', dropped.length), ...(dropped.length === 0 ? [none] : dropped.map((clause) => this.#droppedClause(clause)))]
  }

  #droppedClause({ text, place, nearest }: ClauseFate): Part {
    const about = nearest
      ? [[quiet(this.#say('nearest', { place: this.#place(nearest.place), share: nearest.share }))], wording(nearest.ops)]
      : [[quiet(this.#say('nearest-none'))]]
    return { kind: 'clause', place: this.#place(place), lines: [[piece(text)], ...about] }
  }

  lost({ clauses }: Report): Part[] {
    const lost = clauses.filter((clause) => clause.lost.length > 0)
    if (lost.length === 0) return []
    return [this.#heading('lost', lost.length), ...lost.map(({ place, lost: phrases }): Part =>
      ({ kind: 'clause', place: this.#place(place), lines: phrases.map((phrase) => [piece(phrase, 'deleted')]) }))]
  }

  apart({ apart }: Report): Part[] {
    if (apart.length === 0) return []
    return [this.#heading('apart', apart.length), ...apart.map(({ fate, place, text, ops }): Part => ({
      kind: 'clause', place: this.#place(place),
      lines: [fate === 'dropped' ? [piece(text, 'deleted')] : ops.length > 0 ? wording(ops) : [piece(text)], [quiet(this.#say(`one-${fate}`))]],
    }))]
  }

  added({ added, new: now }: Report): Part[] {
    if (added.length === 0) return [this.#heading('added', 0), { kind: 'text', pieces: [quiet(this.#say('added-none'))] }]
    return [
      this.#heading('added', added.length),
      { kind: 'text', pieces: [quiet(this.#say('added-sum', { total: now.clauses, added: added.length }))], leads: true },
      ...added.map((clause): Part => ({
        kind: 'clause', place: this.#place(clause.place), lines: [[piece(clause.text)], ...this.#precedent(clause)],
      })),
    ]
  }

  #precedent({ precedent }: NewClause): Piece[][] {
    if (!precedent) return [[quiet(this.#say(precedent === null ? 'precedent-none' : 'precedent-unasked'))]]
    const { citation, number, date, parties, share, ops } = precedent
    const place = number === null ? this.#say('none') : this.#say('place-number', { number })
    const dated = date ? dateInWords(date, this.#language) : this.#say('none')
    const agreed = parties.map(({ state }) => state).join(', ')
    return [[quiet(this.#say('precedent', { citation, place, date: dated, parties: agreed, share }))], wording(ops)]
  }

  verbs({ verbs, tenses, phrasebook, ladder }: Report): Part[] {
    const heading = this.#heading('verbs', verbs.length)
    if (phrasebook !== 'read') return [heading, { kind: 'text', pieces: [quiet(this.#say(phrasebook === 'none' ? 'verbs-no-book' : 'verbs-bad-book'))] }]
    const after: Part[] = tenses > 0 ? [{ kind: 'text', pieces: [quiet(this.#say('tenses', { count: tenses }))] }] : []
    if (verbs.length === 0) return [heading, { kind: 'text', pieces: [quiet(this.#say('verbs-none'))] }, ...after]
    const steps = ladder.map((step, index) => `${index + 1} ${step}`).join(', ')
    return [
      heading,
      {
        kind: 'table', columns: this.#columns('place', 'was', 'is', 'scale', 'shift'), widths: [20, 24, 24, 12, 20],
        rows: verbs.map((verb) => [
          [quiet(this.#place(verb.at.old))], [piece(verb.old ?? this.#say('none'))], [piece(verb.new ?? this.#say('none'))],
          [quiet(verb.kind === 'verb' ? `${verb.rank.old ?? '·'} → ${verb.rank.new ?? '·'}` : '')], [this.#shift(verb)],
        ]),
      },
      { kind: 'text', pieces: [quiet(this.#say('ladder', { steps }))] },
      ...after,
    ]
  }

  #shift({ kind, shift, subject, old, new: now }: VerbChange): Piece {
    if (subject) return quiet(this.#say(`subject-${subject}`))
    if (kind === 'negation' || kind === 'hedge' || kind === 'modality') return quiet(this.#say(kind))
    if (old === null || now === null) return quiet(this.#say(now === null ? 'verb-gone' : 'verb-came'))
    if (shift === null) return quiet(this.#say('unranked'))
    if (shift === 0) return quiet(this.#say('same-step'))
    return shift > 0 ? piece(this.#say('stronger', { steps: shift }), 'stronger') : piece(this.#say('weaker', { steps: -shift }), 'weaker')
  }

  facts({ facts }: Report): Part[] {
    const heading = this.#heading('facts', facts.length)
    if (facts.length === 0) return [heading, { kind: 'text', pieces: [quiet(this.#say('facts-none'))] }]
    return [heading, {
      kind: 'table', columns: this.#columns('place', 'kind', 'was', 'is'), widths: [20, 16, 32, 32],
      rows: facts.map(({ kind, old, new: now, at, elsewhere }) => [
        [quiet(this.#place((at.old ?? at.new)!))], [quiet(this.#say(`kind-${kind}`))],
        [piece(old ?? this.#say('none')), ...(old && elsewhere ? [quiet(` (${this.#say('elsewhere')})`)] : [])],
        [piece(now ?? this.#say('none')), ...(now && elsewhere ? [quiet(` (${this.#say('elsewhere')})`)] : [])],
      ]),
    }]
  }

  clauses({ clauses }: Report): Part[] {
    return [this.#heading('clauses', clauses.length), {
      kind: 'table', columns: this.#columns('place', 'fate', 'now', 'share'), widths: [32, 18, 34, 16],
      rows: clauses.map(({ place, fate, now, share }) => [
        [quiet(this.#place(place))], [piece(this.#say(`one-${fate}`), fate === 'dropped' ? 'weaker' : 'plain')],
        [quiet(now.map((one) => this.#place(one)).join('; ') || this.#say('none'))], [quiet(fate === 'dropped' ? this.#say('none') : `${share} %`)],
      ]),
    }]
  }

  #place = (place: Place): string => placeText(place, this.#say)

  #heading(word: 'dropped' | 'lost' | 'apart' | 'added' | 'verbs' | 'facts' | 'clauses', count: number): Part {
    return { kind: 'heading', text: this.#say(word), count }
  }

  #columns(...words: ('place' | 'was' | 'is' | 'scale' | 'shift' | 'kind' | 'fate' | 'now' | 'share')[]): string[] {
    return words.map((word) => this.#say(`column-${word}`))
  }
}
