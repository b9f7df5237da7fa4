// A library worth showing: the samples, and in each language a draft of the next statement with changes by three delegations.
import { createBackend } from '../../electron/core/backend.ts'
import { machinePorts } from '../../electron/core/ports.ts'
import { places } from '../../electron/hosting/places.ts'
import { connect, type Client } from '../../shared/contract/index.ts'
import type { Comment } from '../../shared/model/comment.ts'
import { blockText, type Block, type Revision, type Run, type Statement } from '../../shared/model/statement.ts'
import { rejectAll, resolve, wordDiff } from '../../shared/redline/index.ts'

interface Wording {
  title: string
  place: string
  /** Part of a paragraph's beginning → its words before and after, and the delegation that changes them. */
  replaced: [paragraph: string, from: string, to: string, delegation: string][]
  dropped: [paragraph: string, delegation: string]
  /** Put in after the paragraph that contains `after`. */
  added: { after: string; text: string; delegation: string }
  /** Why the year was changed. */
  reason: string
  /** Words that a delegation made bold. */
  bold: { words: string; delegation: string }
  /** Part of a paragraph that goes after the next one. */
  moved: { words: string; delegation: string }
  /** Names of versions, and whose changes stand in each. */
  proposals: Record<string, string[]>
  comment: { about: string; delegation: string; text: string; reply: { delegation: string; text: string } }
}

const WORDINGS: Record<'ru' | 'en', Wording> = {
  ru: {
    title: 'Совместное заявление по итогам третьей встречи министров',
    place: 'Сельта',
    replaced: [
      ['Стороны приветствуют результаты второго цикла', 'второго цикла совместных измерений стока, проведённого на двенадцати гидропостах в 2022 году', 'третьего цикла совместных измерений стока, проведённого на четырнадцати гидропостах в 2025 году', 'AV'],
      ['Стороны подтверждают намерение обмениваться', 'на ежеквартальной основе и поддерживают создание', 'в режиме, близком к реальному времени, и обязуются создать', 'VT'],
      ['Графики попусков', 'не позднее чем за десять дней', 'не позднее чем за двадцать дней', 'OV'],
      ['Стороны призывают международные', 'поддержать программу очистки притоков', 'расширить поддержку программы очистки притоков', 'VT'],
    ],
    dropped: ['Стороны напоминают, что обмен сведениями', 'AV'],
    added: { after: 'запасном канале связи', text: 'Стороны поручают Секретариату вести общий каталог гидропостов и обновлять его не реже одного раза в год.', delegation: 'OV' },
    reason: 'Цикл 2025 года завершён, данные подтверждены Секретариатом.',
    bold: { words: 'суверенитета, равноправия', delegation: 'VT' },
    moved: { words: 'вопросы, представляющие взаимный интерес', delegation: 'OV' },
    proposals: {
      'Предложения Вестрии': ['VT'], 'Предложения Алвании': ['AV'], 'Предложения Орвалии': ['OV'], 'Вестрия и Алвания': ['VT', 'AV'],
      'Сведено секретариатом': ['VT', 'AV', 'OV'],
    },
    comment: {
      about: 'двадцать', delegation: 'AV', text: 'Срок согласован на уровне экспертов?',
      reply: { delegation: 'OV', text: 'Да, в протоколе рабочей группы.' },
    },
  },
  en: {
    title: 'Joint Statement of the Third Meeting of Ministers',
    place: 'Selta',
    replaced: [
      ['The Parties welcome the results of the second cycle', 'second cycle of joint flow measurements, carried out at twelve gauging stations in 2022', 'third cycle of joint flow measurements, carried out at fourteen gauging stations in 2025', 'AV'],
      ['The Parties reaffirm their intention', 'on a quarterly basis and support the creation of', 'in near-real time and undertake to create', 'VT'],
      ['Release schedules', 'no later than ten days ahead', 'no later than twenty days ahead', 'OV'],
      ['The Parties call upon international', 'support the programme', 'increase their support for the programme', 'VT'],
    ],
    dropped: ['The Parties recall that the exchange', 'AV'],
    added: { after: 'back-up communication channel', text: 'The Parties task the Secretariat with keeping a common catalogue of gauging stations and updating it at least once a year.', delegation: 'OV' },
    reason: 'The cycle of 2025 is complete, the Secretariat confirmed its data.',
    bold: { words: 'sovereignty', delegation: 'VT' },
    moved: { words: 'through negotiation and consultation', delegation: 'OV' },
    proposals: {
      'Proposals of Vestria': ['VT'], 'Proposals of Alvania': ['AV'], 'Proposals of Orvalia': ['OV'], 'Vestria and Alvania': ['VT', 'AV'],
      'Merged by the secretariat': ['VT', 'AV', 'OV'],
    },
    comment: {
      about: 'twenty', delegation: 'AV', text: 'Is this period agreed among the experts?',
      reply: { delegation: 'OV', text: 'Yes, in the record of the working group.' },
    },
  },
}

let count = 0
let acts = 0
const revision = (kind: Revision['kind'], delegation: string, group?: string): Revision => ({
  id: `shown-${++count}`, kind, author: '', delegation, time: `2026-11-20T${String(9 + (count % 9)).padStart(2, '0')}:30:00.000Z`, ...(group && { group }),
})

/** A deletion and the insertion that follows it are one act. */
function replaced(text: string, from: string, to: string, delegation: string): Run[] {
  if (!text.includes(from)) throw new RangeError(`no such words in the sample: ${from}`)
  return wordDiff(text, text.replace(from, to)).map(({ op, text: words }, index, ops): Run => {
    if (op === 'equal') return { text: words }
    if (op === 'delete' || ops[index - 1]?.op !== 'delete') acts++
    return { text: words, revisions: [revision(op === 'insert' ? 'insertion' : 'deletion', delegation, `act-${acts}`)] }
  })
}

function changed(statement: Statement, wording: Wording): Statement {
  const { replaced: edits, dropped, added } = wording
  const blocks = statement.blocks.flatMap((block): Block[] => {
    const text = blockText(block)
    const edit = edits.find(([start]) => text.startsWith(start))
    if (edit) return [{ ...block, runs: replaced(text, edit[1], edit[2], edit[3]) }]
    if (text.startsWith(dropped[0])) {
      const gone = revision('deletion', dropped[1])
      return [{ ...block, runs: [{ text, revisions: [gone] }], mark: [gone] }]
    }
    if (!text.includes(added.after)) return [block]
    const put = revision('insertion', added.delegation)
    return [block, { id: `added-${count}`, kind: 'paragraph', runs: [{ text: added.text, revisions: [put] }], mark: [put] }]
  })
  explain(blocks, wording.reason)
  restyle(blocks, wording.bold)
  move(blocks, wording.moved)
  return { ...statement, blocks, comments: [comment(blocks, wording.comment)] }
}

function explain(blocks: Block[], reason: string): void {
  const run = blocks.flatMap((block) => block.runs).find((one) => one.revisions && one.text.includes('2025'))!
  run.revisions = run.revisions!.map((one) => ({ ...one, reason }))
}

/** Cuts a run at some words, and gives them something. */
function onWords(blocks: Block[], words: string, given: Pick<Run, 'marks' | 'restyled' | 'comments'>): void {
  const block = blocks.find(({ runs }) => runs.some(({ text }) => text.includes(words)))
  if (!block) throw new RangeError(`no such words in the sample: ${words}`)
  block.runs = block.runs.flatMap((run): Run[] => {
    const at = run.text.indexOf(words)
    if (at < 0) return [run]
    const parts = [{ ...run, text: run.text.slice(0, at) }, { ...run, ...given, text: words }, { ...run, text: run.text.slice(at + words.length) }]
    return parts.filter(({ text }) => text !== '')
  })
}

function restyle(blocks: Block[], { words, delegation }: Wording['bold']): void {
  const { kind: _, ...by } = revision('insertion', delegation)
  onWords(blocks, words, { marks: ['bold'], restyled: [{ ...by, marks: ['bold'] }] })
}

function move(blocks: Block[], { words, delegation }: Wording['moved']): void {
  const at = blocks.findIndex((block) => blockText(block).includes(words))
  const block = blocks[at]
  if (!block) throw new RangeError(`no such words in the sample: ${words}`)
  const half = (kind: Revision['kind'], id: string): Block => {
    const one = { ...revision(kind, delegation), move: 'move-1' }
    return { ...block, id, runs: block.runs.map((run) => ({ ...run, revisions: [one] })), mark: [one] }
  }
  blocks.splice(at, 2, half('deletion', block.id), blocks[at + 1]!, half('insertion', `moved-${count}`))
}

function comment(blocks: Block[], { about, delegation, text, reply }: Wording['comment']): Comment {
  const by = (code: string, hour: number) => ({ author: '', delegation: code, time: `2026-11-20T${hour}:10:00.000Z` })
  onWords(blocks, about, { comments: ['comment-1'] })
  return {
    id: 'comment-1', ...by(delegation, 14), text, resolved: false,
    replies: [{ id: 'reply-1', ...by(reply.delegation, 15), text: reply.text }],
  }
}

/** The text with the changes of these delegations alone, accepted. */
const only = (redline: Statement, delegations: readonly string[]): Statement =>
  rejectAll(resolve(redline, ({ delegation }) => delegations.includes(delegation), 'accept'))

export interface Seeded {
  draft: string
  /** The first and the second statement. */
  olmin: string
  terven: string
  /** Versions of the draft, each with the changes of one delegation alone, and one with all of them. */
  proposals: string[]
}

async function seedDraft(client: Client, language: 'ru' | 'en'): Promise<Seeded> {
  const wording = WORDINGS[language]
  const { declarations } = await client.call('library.list', {})
  const adopted = (date: string) => declarations.find((one) => one.language === language && one.date === date)!
  const base = adopted('2023-10-12')
  const draft = await client.call('draft.start', {
    from: { kind: 'declaration', id: base.id }, title: wording.title, parties: base.parties, date: '2025-11-20', place: wording.place,
  })
  await client.call('version.create', { draft: draft.id, name: language === 'ru' ? 'Исходный текст' : 'Base text' })
  const redline = changed(draft.statement, wording)
  let { rev } = draft
  const save = async (statement: Statement) => {
    ({ rev } = await client.call('draft.save', { id: draft.id, baseRev: rev, statement }))
  }
  const proposals: string[] = []
  for (const [name, delegations] of Object.entries(wording.proposals)) {
    await save(only(redline, delegations))
    proposals.push((await client.call('version.create', { draft: draft.id, name })).id)
  }
  await save(redline)
  return { draft: draft.id, olmin: adopted('2021-05-14').id, terven: base.id, proposals }
}

/** Makes the library file; tells what stands in it, by language. */
export async function seed(library: string): Promise<Record<'ru' | 'en', Seeded>> {
  const backend = createBackend({ library, host: 'memory', templates: places.templates, worker: places.worker, ports: machinePorts, locale: 'en' })
  try {
    const client = connect(backend)
    await client.call('settings.set', { author: 'A. Officer', delegation: 'AV', introSeen: true })
    return { ru: await seedDraft(client, 'ru'), en: await seedDraft(client, 'en') }
  } finally {
    await backend.close()
  }
}
