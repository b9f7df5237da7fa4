// The paper on its desk, with a statement to edit.
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LexicalEditorWithDispose } from 'lexical'
import { createStatementEditor } from './create.ts'
import { redraw } from './drawing/extension.ts'
import { createHandle } from './handle.ts'
import { marginsOf, type MarginWords } from './margins/extension.ts'
import { redrawLabels } from './numbering/extension.ts'
import { defaultSession, type Session } from './session/extension.ts'
import type { EditorHandle, StatementEditorProps } from './types.ts'
import './paper.css'

export function StatementEditor(props: StatementEditorProps) {
  const { statement, documentKey, mode, view, me, delegations, readOnly = false, handle, showMarks } = props
  const { t, i18n } = useTranslation('editor')
  const desk = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<{ editor: LexicalEditorWithDispose; handle: EditorHandle; session: Session } | null>(null)
  const [ownMarks, setOwnMarks] = useState(true)
  const marks = showMarks ?? ownMarks
  const latest = useRef({ props, marks })
  latest.current = { props, marks }
  const words = useMemo<MarginWords>(() => {
    const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
    return {
      newText: t('provenance.new'),
      noPrecedent: t('provenance.noPrecedent'),
      clause: (number) => t('provenance.clause', { number }),
      verbatim: t('provenance.verbatim'),
      percent: (share) => percent.format(share),
    }
  }, [t, i18n.language])

  useLayoutEffect(() => {
    const session: Session = {
      ...defaultSession(),
      language: statement.language,
      numbering: statement.numbering,
      me, mode, view, readOnly, delegations,
      onChange: () => latest.current.props.onChange(),
      onSelect: (info) => latest.current.props.onSelect(info),
      onShowMarks: () => {
        setOwnMarks(!latest.current.marks)
        latest.current.props.onShowMarks?.(!latest.current.marks)
      },
      onDropClause: (payload, at) => latest.current.props.onDropClause?.(payload, at),
    }
    const editor = createStatementEditor(session, statement)
    editor.setEditable(!readOnly && view !== 'original')
    editor.setRootElement(text.current)
    const unmount = marginsOf(editor).mount(layer.current!, desk.current!, words)
    setOpen({ editor, handle: createHandle(editor), session })
    return () => {
      unmount()
      editor.dispose()
    }
    // Everything else is brought up to date below: only another document makes another editor.
  }, [documentKey])

  useEffect(() => {
    if (!open) return
    const { session, editor } = open
    const redrawn = session.delegations !== delegations
    Object.assign(session, { me, mode, delegations, readOnly, view })
    editor.setEditable(!readOnly && view !== 'original')
    if (redrawn) redraw(editor)
    redrawLabels(editor)
    marginsOf(editor).plan()
  }, [open, me, mode, delegations, readOnly, view, marks])

  useEffect(() => {
    if (open) marginsOf(open.editor).speak(words)
  }, [open, words])

  useImperativeHandle<EditorHandle | null, EditorHandle | null>(handle, () => open?.handle ?? null, [open])

  return (
    <div className="paper-desk" ref={desk}>
      <article className="paper" data-view={view} data-marks={marks ? '' : undefined}>
        <div className="paper-margins" aria-hidden="true" ref={layer} />
        <div
          className="paper-text" ref={text} lang={statement.language} role="textbox" aria-multiline="true" tabIndex={0}
          aria-label={t('label')} aria-readonly={readOnly || view === 'original'} spellCheck suppressContentEditableWarning
        />
      </article>
    </div>
  )
}
