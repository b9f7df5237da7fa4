// Find and replace over the text. Escape closes it and gives the caret back to the paper.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditorHandle } from '../../editor/index.ts'
import { Button, IconButton, ToggleIconButton } from '../../ui/Button.tsx'
import { SearchField, TextField } from '../../ui/Field.tsx'
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from '../../ui/icons.ts'
import styles from './draft.module.css'

export interface FindBarProps {
  editor: EditorHandle
  /** Shows the field for the replacement. */
  replacing: boolean
  readOnly: boolean
  onReplacing: (replacing: boolean) => void
  onClose: () => void
}

export function FindBar({ editor, replacing, readOnly, onReplacing, onClose }: FindBarProps) {
  const { t } = useTranslation('drafting')
  const [query, setQuery] = useState('')
  const [matchCase, setMatchCase] = useState(false)
  const [wholeWord, setWholeWord] = useState(false)
  const [replacement, setReplacement] = useState('')
  const [hits, setHits] = useState({ at: 0, count: 0 })
  const bar = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => field.current?.focus(), [])
  useEffect(
    () => () => {
      editor.find('')
    },
    [editor],
  )

  const search = (words: string, options: { matchCase: boolean; wholeWord: boolean }) =>
    setHits({ at: 0, count: editor.find(words, options) })
  const step = (by: 'next' | 'previous') => {
    const at = by === 'next' ? editor.findNext() : editor.findPrevious()
    setHits((known) => ({ ...known, at }))
    field.current?.focus()
  }
  const replace = (all: boolean) => {
    if (all) editor.replaceAll(replacement)
    else {
      if (hits.at === 0) editor.findNext()
      editor.replace(replacement)
    }
    search(query, { matchCase, wholeWord })
    // The pressed button may just have lost its last hit, and the focus with it.
    field.current?.focus()
  }

  // Enter and Escape in either field, without taking the keys of the buttons beside them.
  useEffect(() => {
    const box = bar.current
    const pressed = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLInputElement
      if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        onClose()
      } else if (event.key === 'Enter' && inField) {
        event.preventDefault()
        box?.querySelector<HTMLButtonElement>(event.shiftKey ? '[data-step=previous]' : '[data-step=next]')?.click()
      }
    }
    box?.addEventListener('keydown', pressed, true)
    return () => box?.removeEventListener('keydown', pressed, true)
  }, [onClose])

  return (
    <search ref={bar} className={styles.find} aria-label={t('find.title')}>
      <div className={styles.findGroup}>
        <SearchField
          label={t('find.query')}
          placeholder={t('find.query')}
          clearLabel={t('common:clear')}
          value={query}
          inputRef={field}
          className={styles.findField}
          onChange={(words) => {
            setQuery(words)
            search(words, { matchCase, wholeWord })
          }}
        />
        <output className={styles.position}>
          {query === ''
            ? ''
            : hits.count === 0
              ? t('find.none')
              : hits.at > 0
                ? t('find.position', { at: hits.at, count: hits.count })
                : t('find.count', { count: hits.count })}
        </output>
        <StepButton label={t('find.previous')} keys="Shift+Enter" which="previous" isDisabled={hits.count === 0} onStep={step} />
        <StepButton label={t('find.next')} keys="Enter" which="next" isDisabled={hits.count === 0} onStep={step} />
        <ToggleIconButton
          label={t('find.matchCase')}
          size="small"
          isSelected={matchCase}
          onChange={(on) => {
            setMatchCase(on)
            search(query, { matchCase: on, wholeWord })
          }}
        >
          <CaseSensitive size={14} aria-hidden />
        </ToggleIconButton>
        <ToggleIconButton
          label={t('find.wholeWord')}
          size="small"
          isSelected={wholeWord}
          onChange={(on) => {
            setWholeWord(on)
            search(query, { matchCase, wholeWord: on })
          }}
        >
          <WholeWord size={14} aria-hidden />
        </ToggleIconButton>
        {!replacing && !readOnly && (
          <Button size="small" variant="ghost" onPress={() => onReplacing(true)}>
            {t('find.replaceMore')}
          </Button>
        )}
      </div>
      {replacing && !readOnly && (
        <div className={styles.findGroup}>
          <TextField
            label={t('find.replacement')}
            labelled={false}
            placeholder={t('find.replacement')}
            value={replacement}
            onChange={setReplacement}
            className={styles.findField}
          />
          <Button size="small" isDisabled={hits.count === 0} onPress={() => replace(false)}>
            {t('find.replace')}
          </Button>
          <Button size="small" isDisabled={hits.count === 0} onPress={() => replace(true)}>
            {t('find.replaceAll')}
          </Button>
        </div>
      )}
      <IconButton label={t('find.close')} keys="Esc" size="small" className={styles.findClose} onPress={onClose}>
        <X size={14} aria-hidden />
      </IconButton>
    </search>
  )
}

interface StepButtonProps {
  label: string
  keys: string
  which: 'next' | 'previous'
  isDisabled: boolean
  onStep: (which: 'next' | 'previous') => void
}

function StepButton({ label, keys, which, isDisabled, onStep }: StepButtonProps) {
  return (
    <button
      type="button"
      className={styles.stepButton}
      data-step={which}
      disabled={isDisabled}
      title={`${label} (${keys})`}
      aria-label={label}
      onClick={() => onStep(which)}
    >
      {which === 'next' ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
    </button>
  )
}
