// Where to cut a paragraph in two: the caret is moved by arrow keys or a click, Enter cuts. The words cannot be changed here.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Keys } from '../../ui/Marks.tsx'
import styles from './check.module.css'

export interface SplitBoxProps {
  text: string
  language: string
  /** Where the caret stands at first. */
  start: number
  onSplit: (offset: number) => void
  onCancel: () => void
}

export const SplitBox = ({ text, language, start, onSplit, onCancel }: SplitBoxProps) => {
  const { t } = useTranslation('importing')
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(start)
  useEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(start, start)
    // With its buttons, which stand below.
    area.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [start])
  const canCut = text.slice(0, caret).trim() !== '' && text.slice(caret).trim() !== ''
  const follow = () => setCaret(area.current?.selectionStart ?? 0)
  return (
    <div className={styles.splitBox}>
      <textarea
        ref={area}
        aria-label={t('splitHint')}
        lang={language}
        spellCheck={false}
        value={text}
        onChange={follow}
        onBeforeInput={(event) => event.preventDefault()}
        onSelect={follow}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') onCancel()
          if (event.key === 'Enter') {
            event.preventDefault()
            if (canCut) onSplit(caret)
          }
        }}
      />
      <span className={styles.acts}>
        <Button size="small" variant="primary" isDisabled={!canCut} onPress={() => onSplit(caret)}>
          {t('splitHere')}
        </Button>
        <Button size="small" onPress={onCancel}>
          {t('common:cancel')}
        </Button>
        <Keys>{t('splitKeys')}</Keys>
      </span>
    </div>
  )
}
