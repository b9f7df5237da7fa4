// What a paragraph style says that matters here: heading depth, title, centred, list. Styles inherit from one another.
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
  basedOn?: string
  outline?: number
}

/** Reads styles.xml: paragraph styles by id, inheritance resolved. */
export function readStyles(xml: Uint8Array): Map<string, ParagraphStyle> {
  const written = new Map<string, Written>()
  let style: Written | null = null
  parseXml(xml, {
    open(name, attribute) {
      const value = attribute('val')
      if (name === 'style') {
        style = attribute('type') === 'paragraph' ? { name: '' } : null
        if (style) written.set(attribute('styleId') ?? '', style)
      } else if (style) readProperty(style, name, value)
    },
    close(name) {
      if (name === 'style') style = null
    },
    text() {},
  })
  return new Map([...written.keys()].map((id) => [id, resolve(written, id)]))
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
