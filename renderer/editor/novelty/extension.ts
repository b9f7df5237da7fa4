// What has precedent and what has none, as the screen found it: drawn in the left margin in place of the source, and novel words
// highlighted by the browser. The document stays as it is: nothing of this is content, and nothing a tracked change.
import { defineExtension, type LexicalEditor } from 'lexical'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { rangesOf } from '../doubts/extension.ts'
import { MarginsExtension, type Margins } from '../margins/extension.ts'
import type { Doubt, NoveltyActs, Precedented } from '../types.ts'

const NOVEL = 'alternat-novel'

class Novelty implements NoveltyActs {
  private readonly editor: LexicalEditor
  private readonly margins: Margins

  constructor(editor: LexicalEditor, margins: Margins) {
    this.editor = editor
    this.margins = margins
  }

  show(blocks: ReadonlyMap<string, Precedented>, novel: readonly Doubt[]): void {
    this.margins.overlay(blocks)
    if ('highlights' in CSS) CSS.highlights.set(NOVEL, new Highlight(...rangesOf(this.editor, novel)))
  }

  hide(): void {
    this.margins.overlay(null)
    this.clear()
  }

  clear(): void {
    CSS.highlights?.delete(NOVEL)
  }
}

export const NoveltyExtension = defineExtension({
  name: 'alternat/novelty',
  dependencies: [MarginsExtension],
  build: (editor, _config, state) => new Novelty(editor, state.getDependency(MarginsExtension).output),
  register: (_editor, _config, state) => () => state.getOutput().clear(),
})

export const noveltyOf = (editor: LexicalEditor): NoveltyActs => getExtensionDependencyFromEditor(editor, NoveltyExtension).output
