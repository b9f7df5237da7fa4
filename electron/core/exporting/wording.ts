// The few words an exported file carries of its own, in the language of its text: its name and its running header.
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import { blockText, type Statement } from '../../../shared/model/statement.ts'
import { dateInWords } from '../../../shared/drafting/dateInWords.ts'
import { acceptAll } from '../../../shared/redline/index.ts'

interface Words {
  draft: string
  redline: string
  untitled: string
  sent: string
  report: string
}

const WORDS: Record<string, Words> = {
  ru: { draft: 'Проект', redline: 'с исправлениями', untitled: 'Заявление', sent: 'Отправлено', report: 'справка' },
  en: { draft: 'Draft', redline: 'redline', untitled: 'Statement', sent: 'Sent', report: 'report' },
}

const wordsFor = (language: string): Words => WORDS[language.slice(0, 2)] ?? WORDS['en']!

/** The title as the text itself gives it, on one line; else the name it goes by. */
export function titleOf({ name, statement }: { name: string; statement: Statement }): string {
  const titles = acceptAll(statement).blocks.filter((block) => block.kind === 'title').map(blockText)
  return titles.join(' ').replaceAll(/\s+/gu, ' ').trim() || name.replace(/\.(docx|txt)$/iu, '')
}

/** In bytes of UTF-8: file systems take 255, and the ending wants some. */
const NAME_BYTES = 180
const HEADER_LENGTH = 48

/** A name every file system takes, from the title. */
export const fileNameFor = (title: string, language: string, { format, mode }: Pick<ExportOptions, 'format' | 'mode'>): string =>
  named(title, wordsFor(language), mode === 'redline' ? 'redline' : null, format)

/** The name of a report on a text, in the language of the report. */
export const reportFileName = (name: string, language: string, format: ExportOptions['format']): string =>
  named(name.replace(/\.(docx|txt)$/iu, ''), wordsFor(language), 'report', format)

/** The name of a list. */
export const tableFileName = (name: string, language: string): string => named(name, wordsFor(language), null, 'csv')

function named(title: string, words: Words, what: 'redline' | 'report' | null, format: ExportOptions['format'] | 'csv'): string {
  const plain = title.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]+|\s+/gu, ' ').replaceAll(/ {2,}/gu, ' ').trim()
  let length = plain.length
  while (Buffer.byteLength(shortened(plain, length)) > NAME_BYTES) length--
  const name = shortened(plain, length).replace(/[. ]+$/u, '') || words.untitled
  return `${name}${what ? ` (${words[what]})` : ''}.${format}`
}

/** What a redline of one draft is, and of when: the day before the month, as its text has it. */
export const draftHeader = (language: string, time: Date): string =>
  `${wordsFor(language).draft}, ${dateInWords(time.toISOString().slice(0, 10), language)}`

/** Name of the version kept of a draft that was sent. */
export const sentName = (language: string, time: Date): string =>
  `${wordsFor(language).sent}, ${dateInWords(time.toISOString().slice(0, 10), language)}`

/** Which two texts a redline stands between. */
export const pairHeader = (old: string, now: string): string =>
  `${shortened(old, HEADER_LENGTH)} → ${shortened(now, HEADER_LENGTH)}`

/** Cut at a word, with an ellipsis where something was cut. */
function shortened(text: string, length: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()}…`
}
