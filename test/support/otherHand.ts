// What another delegation's officer does to a DOCX of ours in a word processor: tracked and untracked edits, comments. Works on
// the XML as it stands in the file, so that nothing of Alternat's own takes part.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export interface Hand {
  author: string
  /** ISO 8601, UTC. */
  date: string
}

export interface OtherHand {
  /** Puts text in before the words. */
  insert(before: string, text: string, hand: Hand): OtherHand
  /** Takes the words out. */
  remove(words: string, hand: Hand): OtherHand
  /** Writes other words in their place. */
  replace(words: string, text: string, hand: Hand): OtherHand
  /** The same, with the recording of changes switched off. */
  retype(words: string, text: string): OtherHand
  comment(words: string, text: string, hand: Hand): OtherHand
  /** Takes out what tells which draft it is, as a mail gateway may. */
  forget(): OtherHand
  bytes(): Buffer
}

const DOCUMENT = 'word/document.xml'
const COMMENTS = 'word/comments.xml'
const TRACE = 'docProps/custom.xml'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const NEXT = 9000

const run = (text: string, properties: string) =>
  (text === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`)

/** Every phrase has to stand in one run of the file. */
export function otherHand(docx: Uint8Array): OtherHand {
  const parts = unzipSync(docx)
  let xml = strFromU8(parts[DOCUMENT]!)
  let id = NEXT
  const comments: string[] = []

  const signed = ({ author, date }: Hand) => `w:id="${++id}" w:author="${author}" w:date="${date}"`
  /** Rewrites the run around the words; `write` gets the run's properties. */
  const edit = (words: string, write: (properties: string) => string) => {
    const runs = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/gu
    const found = [...xml.matchAll(runs)].find(([, , text = '']) => text.includes(words))
    if (!found) throw new RangeError(`no run with “${words}”`)
    const [whole, properties = '', text = ''] = found
    const at = text.indexOf(words)
    const edited = run(text.slice(0, at), properties) + write(properties) + run(text.slice(at + words.length), properties)
    xml = xml.slice(0, found.index) + edited + xml.slice(found.index + whole.length)
    return hand
  }
  const inserted = (text: string, by: Hand, properties: string) => `<w:ins ${signed(by)}>${run(text, properties)}</w:ins>`
  const deleted = (text: string, by: Hand, properties: string) =>
    `<w:del ${signed(by)}><w:r>${properties}<w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

  const hand: OtherHand = {
    insert: (before, text, by) => edit(before, (properties) => inserted(text, by, properties) + run(before, properties)),
    remove: (words, by) => edit(words, (properties) => deleted(words, by, properties)),
    replace: (words, text, by) => edit(words, (properties) => deleted(words, by, properties) + inserted(text, by, properties)),
    retype: (words, text) => edit(words, (properties) => run(text, properties)),
    comment: (words, text, by) => edit(words, (properties) => {
      const signature = signed(by)
      comments.push(`<w:comment ${signature} w:initials="X"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`)
      return `<w:commentRangeStart w:id="${id}"/>${run(words, properties)}<w:commentRangeEnd w:id="${id}"/>` +
        `<w:r><w:commentReference w:id="${id}"/></w:r>`
    }),
    forget: () => {
      delete parts[TRACE]
      return hand
    },
    bytes: () => {
      const known = parts[COMMENTS] ? strFromU8(parts[COMMENTS]) : `<w:comments ${W}></w:comments>`
      return Buffer.from(zipSync({
        ...parts,
        [DOCUMENT]: strToU8(xml),
        ...(comments.length > 0 && { [COMMENTS]: strToU8(known.replace('</w:comments>', `${comments.join('')}</w:comments>`)) }),
      }))
    },
  }
  return hand
}
