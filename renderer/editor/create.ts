// Builds the editor out of its extensions.
import { configExtension, defineExtension, type LexicalEditorWithDispose } from 'lexical'
import { buildEditorFromExtensions } from '@lexical/extension'
import type { Statement } from '../../shared/model/index.ts'
import { CaretExtension } from './caret/extension.ts'
import { ClipboardExtension } from './clipboard/extension.ts'
import { CommentsExtension } from './comments/extension.ts'
import { DoubtsExtension } from './doubts/extension.ts'
import { DrawingExtension } from './drawing/extension.ts'
import { StepsExtension } from './history/extension.ts'
import { TrailExtension } from './history/trail.ts'
import { KeysExtension } from './keys/extension.ts'
import { MarginsExtension } from './margins/extension.ts'
import { NoveltyExtension } from './novelty/extension.ts'
import { NumberingExtension } from './numbering/extension.ts'
import { ReviewExtension } from './review/extension.ts'
import { SearchExtension } from './search/extension.ts'
import { SessionExtension, type Session } from './session/extension.ts'
import { $openStatement, StatementExtension } from './statement/extension.ts'
import { TrackingExtension } from './tracking/extension.ts'

/** An editor that holds a statement, without a place on the page yet. */
export function createStatementEditor(session: Session, statement: Statement): LexicalEditorWithDispose {
  return buildEditorFromExtensions(defineExtension({
    name: 'alternat/editor',
    dependencies: [
      configExtension(SessionExtension, { session }),
      StatementExtension, CaretExtension, StepsExtension, TrailExtension, DrawingExtension, TrackingExtension, ClipboardExtension,
      NumberingExtension, MarginsExtension, ReviewExtension, CommentsExtension, SearchExtension, DoubtsExtension, NoveltyExtension, KeysExtension,
    ],
    // Bold words are <strong>; where they are italic as well, only the class says so.
    theme: { text: { italic: 'paper-italic', underline: 'paper-underlined' } },
    onError: (error) => { throw error },
    $initialEditorState: () => $openStatement(statement, session.newId),
  }))
}
