// Finding words in both texts: hits are counted on each side, walked by Enter and Shift+Enter; Escape closes the bar.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Grow } from '../../ui/Bars.tsx'
import { IconButton, ToggleIconButton } from '../../ui/Button.tsx'
import { SearchField } from '../../ui/Field.tsx'
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from '../../ui/icons.ts'
import styles from './bars.module.css'
import type { FindOptions, Hit } from './find.ts'

export interface FindBarProps {
  query: string
  onQuery: (query: string) => void
  options: FindOptions
  onOptions: (options: FindOptions) => void
  hits: readonly Hit[]
  /** Place in the hits; null before the first step. */
  at: number | null
  onStep: (step: 1 | -1) => void
  onClose: () => void
}

export function FindBar({ query, onQuery, options, onOptions, hits, at, onStep, onClose }: FindBarProps) {
  const { t } = useTranslation('comparing')
  const bar = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  useEffect(() => {
    const box = bar.current
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        onClose()
      } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
        event.preventDefault()
        onStep(event.shiftKey ? -1 : 1)
      }
    }
    box?.addEventListener('keydown', pressed, true)
    return () => box?.removeEventListener('keydown', pressed, true)
  }, [onClose, onStep])

  const old = hits.filter(({ side }) => side === 'old').length
  const count = hits.length === 0 ? t('find.none') : t('find.count', { old, new: hits.length - old })
  const words = query === '' ? '' : at === null ? count : `${t('step.position', { current: at + 1, total: hits.length })} · ${count}`
  return (
    <search ref={bar} className={styles.find} aria-label={t('find.title')}>
      <SearchField
        label={t('find.query')}
        placeholder={t('find.query')}
        clearLabel={t('pick.clear')}
        value={query}
        onChange={onQuery}
        inputRef={field}
        className={styles.findField}
      />
      <IconButton label={t('find.previous')} keys="Shift+Enter" size="small" isDisabled={hits.length === 0} onPress={() => onStep(-1)}>
        <ChevronUp size={14} aria-hidden />
      </IconButton>
      <IconButton label={t('find.next')} keys="Enter" size="small" isDisabled={hits.length === 0} onPress={() => onStep(1)}>
        <ChevronDown size={14} aria-hidden />
      </IconButton>
      <ToggleIconButton
        label={t('find.matchCase')}
        size="small"
        isSelected={options.matchCase}
        onChange={(matchCase) => onOptions({ ...options, matchCase })}
      >
        <CaseSensitive size={14} aria-hidden />
      </ToggleIconButton>
      <ToggleIconButton
        label={t('find.wholeWord')}
        size="small"
        isSelected={options.wholeWord}
        onChange={(wholeWord) => onOptions({ ...options, wholeWord })}
      >
        <WholeWord size={14} aria-hidden />
      </ToggleIconButton>
      <output className={styles.position}>{words}</output>
      <Grow />
      <IconButton label={t('find.close')} keys="Esc" size="small" onPress={onClose}>
        <X size={14} aria-hidden />
      </IconButton>
    </search>
  )
}
