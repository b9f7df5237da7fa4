// What styles say that matters here: of a paragraph its heading depth, title, centred, list; of characters their marks. Styles
// inherit from one another.
import type { TextMark } from '../../../../shared/model/statement.ts'
import { marksOf, readRunProperty, type RunLook, type StyleMarks } from './looks.ts'
import { parseXml } from './xml.ts'

export interface ParagraphStyle {
  /** As Word lists it, lower case; built-in styles keep their English name in every language of Word. */
  name: string
  heading?: number
  title?: boolean
  centered?: boolean
  list?: string
  level?: number
}

interface Written extends ParagraphStyle {
  type: string
  basedOn?: string
  outline?: number
  run: RunLook
}

export interface Styles {
  /** Paragraph styles by id. */
  paragraphs: Map<string, ParagraphStyle>
  /** Marks of character styles. */
  marks: StyleMarks
}

export const noStyles = (): Styles => ({ paragraphs: new Map(), marks: () => [] })

/** Reads styles.xml, inheritance resolved. */
export function readStyles(xml: Uint8Array): Styles {
  const written = new Map<string, Written>()
  const path: string[] = []
  let style: Written | null = null
  parseXml(xml, {
    open(name, attribute) {
      path.push(name)
      if (name === 'style') {
        style = { type: attribute('type') ?? 'paragraph', name: '', run: {} }
        written.set(attribute('styleId') ?? '', style)
      } else if (style && path.at(-2) === 'rPr' && path.at(-3) === 'style') readRunProperty(style.run, name, attribute)
      else if (style) readProperty(style, name, attribute('val'))
    },
    close(name) {
      path.pop()
      if (name === 'style') style = null
    },
    text() {},
  })
  const marks = new Map<string, readonly TextMark[]>()
  for (const [id, { type }] of written) if (type === 'character') marks.set(id, marksOf(runLook(written, id), () => []))
  return {
    paragraphs: new Map([...written].filter(([, { type }]) => type === 'paragraph').map(([id]) => [id, resolve(written, id)])),
    marks: (id) => marks.get(id) ?? [],
  }
}

function readProperty(style: Written, name: string, value: string | undefined): void {
  switch (name) {
    case 'name':
      style.name = (value ?? '').toLowerCase()
      break
    case 'basedOn':
      if (value) style.basedOn = value
      break
    case 'jc':
      style.centered = value === 'center'
      break
    case 'outlineLvl':
      style.outline = Number(value)
      break
    case 'numId':
      if (value) style.list = value
      break
    case 'ilvl':
      style.level = Number(value)
      break
  }
}

const MAX_ANCESTORS = 20

/** What a style and those that it is based on say of a run, its own word first. */
function runLook(written: Map<string, Written>, id: string): RunLook {
  let look: RunLook = {}
  let ancestor = written.get(id)
  for (let i = 0; ancestor && i < MAX_ANCESTORS; i++) {
    look = { ...ancestor.run, ...look }
    ancestor = ancestor.basedOn === undefined ? undefined : written.get(ancestor.basedOn)
  }
  return look
}

function resolve(written: Map<string, Written>, id: string): ParagraphStyle {
  const own = written.get(id)!
  const style: ParagraphStyle = { name: own.name }
  let ancestor: Written | undefined = own
  let outline: number | undefined
  for (let i = 0; ancestor && i < MAX_ANCESTORS; i++) {
    const named = /^heading ([1-9])$/u.exec(ancestor.name)?.[1]
    outline ??= ancestor.outline ?? (named ? Number(named) - 1 : undefined)
    if (ancestor.name === 'title') style.title = true
    if (ancestor.centered !== undefined) style.centered ??= ancestor.centered
    if (ancestor.list !== undefined) style.list ??= ancestor.list
    if (ancestor.level !== undefined) style.level ??= ancestor.level
    ancestor = ancestor.basedOn === undefined ? undefined : written.get(ancestor.basedOn)
  }
  if (outline !== undefined && outline >= 0 && outline < 9 && !style.title) style.heading = outline + 1
  return style
}
