// Notes under a text: paragraphs that begin with a mark to which the words of another paragraph refer.
import { light } from '../language/light.ts'
import type { RawParagraph } from '../model/proposal.ts'

export interface Footnote {
  /** As written: "[1]", "²", "*". */
  mark: string
  /** Where its own words begin. */
  end: number
  /** Some other paragraph carries the mark. */
  referred: boolean
  /** The file itself says that it is a note. */
  told?: true
}

const RAISED = '⁰¹²³⁴-⁹'

/** The sign that a note of this number is known by in plain text: "¹²". */
export const raised = (number: number): string => [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!).join('')

/** How a note begins, how words refer to it, and whether such a beginning says enough where nothing refers to it. */
const MARKS: readonly (readonly [begins: RegExp, refers: RegExp, telling: boolean])[] = [
  [/^\s*(\[\d{1,3}\])\s*(?=\S)/u, /(?<=\S)\[\d{1,3}\]/gu, true],
  [new RegExp(`^\\s*([${RAISED}]{1,3})\\s*(?=\\S)`, 'u'), new RegExp(`(?<=[^\\s${RAISED}])[${RAISED}]{1,3}`, 'gu'), true],
  [light(/^\s*(\*{1,3}|[†‡])\s*(?=[\p{L}«“"(])/u), light(/(?<=[\p{L}\d»”")\].,;])(?:\*{1,3}|[†‡])(?![*\p{L}\d])/gu), false],
  // A raised figure that a plain text shows as any other: "леса1", and below "1 См. приложение."
  [light(/^\s*([1-9]\d?)\s+(?=\p{Lu})/u), light(/(?<=\p{Ll}{3}[»”"]?)[1-9]\d?(?=[\s.,;:)]|$)/gu), false],
]

/** The notes of a text by the index of their paragraph: those that the file tells, and those that are told by their marks. */
export function notesOf(raw: readonly RawParagraph[]): Map<number, Footnote> {
  const notes = footnotesIn(raw.map(({ text, hint }) => (hint?.note === undefined ? text : '')))
  raw.forEach(({ text, hint }, index) => {
    if (hint?.note === undefined) return
    const isWritten = hint.note !== '' && text.trimStart().startsWith(hint.note)
    notes.set(index, { mark: hint.note, end: isWritten ? text.indexOf(hint.note) + hint.note.length : 0, referred: true, told: true })
  })
  return notes
}

/** The notes of a text by the index of their paragraph. A mark that opens more lines than words refer to it is a list's. */
export function footnotesIn(texts: readonly string[]): Map<number, Footnote> {
  const notes = new Map<number, Footnote>()
  for (const [begins, refers, telling] of MARKS) {
    const found: { index: number; mark: string; end: number }[] = []
    const opened = new Map<string, number>()
    texts.forEach((text, index) => {
      const match = notes.has(index) ? null : begins.exec(text)
      if (!match) return
      found.push({ index, mark: match[1]!, end: match[0].length })
      opened.set(match[1]!, (opened.get(match[1]!) ?? 0) + 1)
    })
    if (found.length === 0) continue
    const referred = new Map<string, number>()
    const ends = new Map(found.map(({ index, end }) => [index, end]))
    texts.forEach((text, index) => {
      for (const [mark] of text.slice(ends.get(index) ?? 0).matchAll(refers)) referred.set(mark, (referred.get(mark) ?? 0) + 1)
    })
    for (const { index, mark, end } of found) {
      const isReferred = (referred.get(mark) ?? 0) >= opened.get(mark)!
      if (isReferred || telling) notes.set(index, { mark, end, referred: isReferred })
    }
  }
  return notes
}

/** The text without a mark at its end that refers to one of these notes: "Декларация*". */
export function withoutMark(text: string, marks: readonly string[]): string {
  // A bare figure is the end of a number, but where it stands at a letter.
  const mark = marks.find((each) => text.endsWith(each) && (!/^\d/u.test(each) || light(/\p{L}$/u).test(text.slice(0, -each.length))))
  return mark === undefined ? text : text.slice(0, -mark.length).trimEnd()
}
