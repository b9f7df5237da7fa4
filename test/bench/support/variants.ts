// What may happen to a whole text at once, on top of the edits planted in it. The truth of where paragraphs came from stays.
import type { Planted } from './planted.ts'
import type { Language } from './prose.ts'

export type Variant = 'edited' | 'term' | 'renumbered' | 'typography'

const TERMS: Record<Language, [RegExp, string][]> = {
  ru: [[/Стороны/gu, 'Участники'], [/Лидеры/gu, 'Главы государств']],
  en: [[/Parties/gu, 'Participants'], [/Leaders/gu, 'Heads of State']],
}

/** The later text with a term replaced everywhere, all numbers moved on, or set in another typography. */
export function vary(text: Planted, variant: Variant, language: Language): Planted {
  switch (variant) {
    case 'edited':
      return text
    case 'term':
      return { ...text, new: text.new.map((line) => TERMS[language].reduce((now, [term, other]) => now.replace(term, other), line)) }
    case 'renumbered':
      return { ...text, old: text.old.map((line, at) => `${at + 1}. ${line}`), new: text.new.map((line, at) => `${at + 2}. ${line}`) }
    case 'typography':
      return { ...text, new: text.new.map(reset) }
  }
}

const reset = (line: string): string => line.replaceAll('«', '“').replaceAll('»', '”').replaceAll('ё', 'е').replaceAll('–', '—')
  .replace(/(?<=(?:^| )\p{L}{1,2}) /gu, '\u00a0').replace(/^\P{Lu}*\p{Lu}\p{L}+/u, (start) => start.toUpperCase())
