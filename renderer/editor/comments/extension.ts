// Comments: said on the words that are selected, answered, settled and removed. Each act is one undo step. They leave the text
// and its changes alone, so they are the same in every mode.
import {
  $addUpdateTag, $getSelection, $isRangeSelection, HISTORY_PUSH_TAG, defineExtension, type LexicalEditor,
} from 'lexical'
import type { Comment } from '../../../shared/model/index.ts'
import { redraw } from '../drawing/extension.ts'
import { SessionExtension, penOf, sessionOf } from '../session/extension.ts'
import { $positionOf, $rangeOf, $select } from '../tracking/position.ts'
import { giveKeyboard, reveal } from '../review/reveal.ts'
import {
  $anchor, $commentsAt, $discuss, $discussion, $placedComments, $release, $stretchOfComment, $subjectOf, type PlacedComment,
} from './anchors.ts'

/** Draws the words anew whose comments were said, settled or removed, by undo too. */
export const CommentsExtension = defineExtension({
  name: 'alternat/comments',
  dependencies: [SessionExtension],
  register: (editor, _config, state) => {
    const session = state.getDependency(SessionExtension).output
    let drawn: readonly Comment[] = []
    return editor.registerUpdateListener(({ editorState }) => {
      const said = editorState.read($discussion)
      if (said === drawn) return
      drawn = said
      session.openComments = new Set(said.filter((comment) => !comment.resolved).map(({ id }) => id))
      redraw(editor)
    })
  },
})

/** What the screen may do with comments. */
export interface CommentActs {
  /** Says something of the selection; the new comment's id, or null where there are no words to speak of. */
  say(text: string): string | null
  reply(id: string, text: string): void
  /** Settles a comment, or opens it again. */
  settle(id: string, resolved: boolean): void
  remove(id: string): void
  /** Selects the words a comment speaks of; false where none are left. */
  go(id: string): boolean
  all(): PlacedComment[]
  /** Ids of the comments on the words at the caret. */
  atCaret(): string[]
}

export function commentActs(editor: LexicalEditor): CommentActs {
  const session = sessionOf(editor)
  const step = ($act: () => void) => {
    if (session.readOnly) return
    editor.update(() => {
      $addUpdateTag(HISTORY_PUSH_TAG)
      $act()
    }, { discrete: true })
  }
  const said = (text: string) => ({ id: penOf(session).newId(), ...session.me, time: session.now().toISOString(), text })
  const alter = (id: string, change: (comment: Comment) => Comment) =>
    step(() => $discuss($discussion().map((comment) => (comment.id === id ? change(comment) : comment))))
  return {
    say(text) {
      let made: string | null = null
      step(() => {
        const selection = $getSelection()
        const subject = $isRangeSelection(selection) ? $subjectOf($rangeOf(selection)) : null
        if (!subject) return
        const comment: Comment = { ...said(text), resolved: false, replies: [] }
        $anchor(subject, comment.id)
        $discuss([...$discussion(), comment])
        made = comment.id
      })
      return made
    },
    reply: (id, text) => alter(id, (comment) => ({ ...comment, replies: [...comment.replies, said(text)] })),
    settle: (id, resolved) => alter(id, (comment) => ({ ...comment, resolved })),
    remove: (id) => step(() => {
      $release(id)
      $discuss($discussion().filter((comment) => comment.id !== id))
    }),
    go(id) {
      let found = false
      editor.update(() => {
        const stretch = $stretchOfComment(id)
        if (stretch) $select(stretch)
        found = stretch !== null
      }, { discrete: true })
      if (!found) return false
      giveKeyboard(editor)
      reveal(editor)
      return true
    },
    all: () => editor.read(() => $placedComments()),
    atCaret: () => editor.read(() => {
      const selection = $getSelection()
      return $isRangeSelection(selection) ? [...$commentsAt($positionOf(selection.focus))] : []
    }),
  }
}
