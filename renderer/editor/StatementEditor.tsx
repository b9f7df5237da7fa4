// The paper on its desk, with a statement to edit.
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createStatementEditor } from './create.ts'
import { redraw } from './drawing/extension.ts'
import { createHandle } from './handle.ts'
import { trailOf } from './history/trail.ts'
import { marginsOf, type MarginWords } from './margins/extension.ts'
import { mountGrip } from './moves/grip.ts'
import { redrawLabels } from './numbering/extension.ts'
import { defaultSession, tune, type ChangeWords, type Session } from './session/extension.ts'
import type { EditorHandle, StatementEditorProps } from './types.ts'
import './paper.css'
import './drawing/changes.css'

/** Edits one statement; another `documentKey` is another document with a history of its own. */
export function StatementEditor(props: StatementEditorProps) {
  return <Paper key={props.documentKey} {...props} />
}

const nothing = () => {}

function opened({ statement, trail, me, mode, view, readOnly = false, delegations }: StatementEditorProps) {
  const { language, numbering } = statement
  const session: Session = { ...defaultSession(), language, numbering, me, mode, view, readOnly, delegations }
  const editor = createStatementEditor(session, statement)
  if (trail) trailOf(editor).resume(trail)
  editor.setEditable(!readOnly && view !== 'original')
  return { editor, handle: createHandle(editor) }
}

function Paper(props: StatementEditorProps) {
  const { statement, mode, view, me, delegations, readOnly = false } = props
  const { t } = useTranslation('editor')
  const words = useMarginWords()
  const changeWords = useChangeWords()
  const desk = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [ownMarks, setOwnMarks] = useState(true)
  const marks = props.showMarks ?? ownMarks
  const fixed = readOnly || view === 'original'
  const [{ editor, handle }] = useState(() => opened(props))

  const onChange = useEffectEvent(props.onChange)
  const onSelect = useEffectEvent(props.onSelect)
  const onDropClause = useEffectEvent((payload: string, at: { afterBlock: number }) => props.onDropClause?.(payload, at))
  const onShowMarks = useEffectEvent(() => {
    setOwnMarks(!marks)
    props.onShowMarks?.(!marks)
  })
  const onComment = useEffectEvent(() => props.onComment?.())
  const mountMargins = useEffectEvent(() => marginsOf(editor).mount(layer.current!, desk.current!, words))

  useLayoutEffect(() => {
    tune(editor, {
      onChange: () => onChange(),
      onSelect: (info) => onSelect(info),
      onDropClause: (payload, at) => onDropClause(payload, at),
      onShowMarks: () => onShowMarks(),
      onComment: () => onComment(),
    })
    editor.setRootElement(text.current)
    const unmount = mountMargins()
    const loosen = mountGrip(editor, layer.current!)
    return () => {
      loosen()
      unmount()
      editor.setRootElement(null)
      tune(editor, { onChange: nothing, onSelect: nothing, onDropClause: null, onShowMarks: nothing, onComment: nothing })
    }
  }, [editor])

  useEffect(() => {
    tune(editor, { me, mode, delegations, readOnly, view, words: changeWords })
    editor.setEditable(!fixed)
    redraw(editor)
    redrawLabels(editor)
    marginsOf(editor).plan()
  }, [editor, me, mode, delegations, readOnly, view, fixed, changeWords])

  useEffect(() => marginsOf(editor).speak(words), [editor, words])

  useImperativeHandle<EditorHandle | null, EditorHandle | null>(props.handle, () => handle, [handle])

  // Lexical makes the element editable; no native text field could hold paragraphs.
  // Spelling and translation services of a browser may send a text away.
  const privacy = { spellCheck: false, translate: 'no', 'data-gramm': 'false' } as const
  const names = { 'aria-multiline': true, 'aria-label': t('label'), 'aria-readonly': fixed }
  const field = { ...privacy, ...names, role: 'textbox', tabIndex: 0 }
  return (
    <div className="paper-desk" ref={desk}>
      <article
        className="paper" data-view={view === 'simple' ? 'final' : view} data-marks={marks ? '' : undefined}
        data-comments={view === 'all' || view === 'simple' ? '' : undefined}
      >
        <div className="paper-margins" aria-hidden="true" ref={layer} />
        <div
          className="paper-text" ref={text} lang={statement.language} {...field}
          contentEditable={!fixed} suppressContentEditableWarning
        />
      </article>
    </div>
  )
}

function useChangeWords(): ChangeWords {
  const { t } = useTranslation('editor')
  return useMemo(() => ({
    restyled: t('change.restyled'),
    recast: t('change.recast'),
    movedHere: t('change.movedHere'),
    movedAway: t('change.movedAway'),
    move: t('change.move'),
  }), [t])
}

function useMarginWords(): MarginWords {
  const { t, i18n } = useTranslation('editor')
  return useMemo(() => {
    const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
    return {
      newText: t('provenance.new'),
      noPrecedent: t('provenance.noPrecedent'),
      clause: (number) => t('provenance.clause', { number }),
      verbatim: t('provenance.verbatim'),
      percent: (share) => percent.format(share),
    }
  }, [t, i18n.language])
}
