// One page style of `templates/export` and the compiler behind it: data in, pages out as PDF/A-2a and as pictures.
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { join, resolve } from 'node:path'
import { AppError } from '../../../../shared/contract/error.ts'
import { fontBlobs } from './fonts.ts'
import { cutPages } from './pages.ts'

/** A text set on pages. */
export interface SetPages {
  pages: number
  /** The PDF's bytes. Throws `font-missing` where no font has a letter of the text. */
  pdf(): Uint8Array
  /** Every page as an SVG of its own, in order. */
  svgs(): string[]
}

export class Typesetter {
  readonly #compiler: NodeCompiler
  readonly #workspace: string
  readonly #style: string

  /** `style` is the file and the function in it; `templates` is the folder `templates/`. */
  constructor(style: 'statement' | 'report', templates: string) {
    this.#style = style
    this.#workspace = resolve(templates, 'export')
    this.#compiler = NodeCompiler.create({ workspace: this.#workspace, fontArgs: [{ fontBlobs: fontBlobs() }] })
  }

  set(data: unknown): NodeTypstDocument {
    // As a shadow file, not a real one: the text never touches the disk, and never becomes markup.
    this.#compiler.mapShadow(join(this.#workspace, 'data.json'), Buffer.from(JSON.stringify(data)))
    const style = this.#style
    const result = this.#compiler.compile({ mainFileContent: `#import "${style}.typ": ${style}\n#${style}(json("data.json"))` })
    if (result.result === null) throw new Error(`page style failed: ${messages(result.takeError()?.shortDiagnostics ?? [])}`)
    return result.result
  }

  /** Values of the marks of that name in the document. */
  marks<T>(document: NodeTypstDocument, name: string): T[] {
    return this.#compiler.query(document, { selector: `<${name}>`, field: 'value' }) as T[]
  }

  /** The finished pages; `time` is the ISO time that the PDF carries. */
  pages(document: NodeTypstDocument, time: string): SetPages {
    return {
      pages: document.numOfPages,
      pdf: () => render(this.#compiler, document, time),
      svgs: () => cutPages(this.#compiler.plainSvg(document), document.numOfPages),
    }
  }
}

const messages = (diagnostics: readonly unknown[]) => JSON.stringify(diagnostics).slice(0, 500)

function render(compiler: NodeCompiler, document: NodeTypstDocument, time: string): Uint8Array {
  const seconds = Math.floor(Date.parse(time) / 1000)
  try {
    // Only a standard makes a letter without a glyph an error; without one it would be printed as an empty box.
    return compiler.pdf(document, { pdfStandard: 'a-2a', ...(Number.isNaN(seconds) ? {} : { creationTimestamp: seconds }) })
  } catch (error) {
    const letter = missingLetter(error)
    if (letter === null) throw error
    throw new AppError('font-missing', 'no font has a letter of the text', { letter, font: fontFor(letter) })
  }
}

/** Free fonts by the scripts that the fonts of the product lack. */
const FONTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, 'Noto Serif CJK KR'], [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Noto Serif CJK JP'],
  [/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u, 'Noto Serif CJK'], [/\p{Script=Arabic}/u, 'Noto Naskh Arabic'],
  [/\p{Script=Mongolian}/u, 'Noto Sans Mongolian'], [/\p{Script=Armenian}/u, 'Noto Serif Armenian'], [/\p{Script=Georgian}/u, 'Noto Serif Georgian'],
]

/** A font that has the letter, by name. */
const fontFor = (letter: string): string => FONTS.find(([script]) => script.test(letter))?.[1] ?? 'Noto Sans'

/** The first letter that Typst could not show, from its message; letters without a shape stand there as `\u{378}`. */
function missingLetter(error: unknown): string | null {
  const message = error instanceof Error ? error.message : ''
  const [, text] = /the text `\\*"(.+?)\\*"` could not be displayed/u.exec(message) ?? []
  if (text === undefined) return null
  const code = /^\\+u\{([\da-f]+)\}/iu.exec(text)?.[1]
  return code ? String.fromCodePoint(Number.parseInt(code, 16)) : Array.from(text)[0]!
}
