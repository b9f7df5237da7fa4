// Where both sides changed the same words: the text as it was sent, ours and theirs side by side, and the choice between them.
import { useId, useMemo } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ReturnConflict } from '../../../shared/returning/index.ts'
import { wordDiff } from '../../../shared/redline/index.ts'
import { WordOps } from '../../ui/WordOps.tsx'
import styles from './return.module.css'

export interface ReturnConflictsProps {
  conflicts: readonly ReturnConflict[]
  language: string
  /** Ids of the paragraphs in which theirs is taken. */
  theirs: ReadonlySet<string>
  onChoose: (theirs: ReadonlySet<string>) => void
}

export function ReturnConflicts({ conflicts, language, theirs, onChoose }: ReturnConflictsProps) {
  const { t } = useTranslation('returning')
  if (conflicts.length === 0) return null
  const choose = (id: string, whose: string) => {
    const chosen = new Set(theirs)
    if (whose === 'theirs') chosen.add(id)
    else chosen.delete(id)
    onChoose(chosen)
  }
  return (
    <section className={styles.conflicts} aria-label={t('conflict.title')}>
      <h3>{t('conflict.title')}</h3>
      <p className={styles.quiet}>{t('conflict.note')}</p>
      {conflicts.map((conflict, index) => (
        <Conflict
          key={conflict.id}
          name={t('conflict.position', { position: index + 1, count: conflicts.length })}
          conflict={conflict}
          language={language}
          whose={theirs.has(conflict.id) ? 'theirs' : 'ours'}
          onChoose={(whose) => choose(conflict.id, whose)}
        />
      ))}
    </section>
  )
}

interface ConflictProps {
  name: string
  conflict: ReturnConflict
  language: string
  whose: 'ours' | 'theirs'
  onChoose: (whose: string) => void
}

function Conflict({ name, conflict, language, whose, onChoose }: ConflictProps) {
  const { t } = useTranslation('returning')
  const { sent, ours, theirs } = conflict
  return (
    <RadioGroup className={styles.conflict!} aria-label={name} value={whose} onChange={onChoose}>
      <div className={styles.side}>
        <h4>{t('conflict.sent')}</h4>
        <p className={styles.words} lang={language}>{sent}</p>
      </div>
      <Side value="ours" label={t('conflict.ours')} sent={sent} text={ours} language={language} />
      <Side value="theirs" label={t('conflict.theirs')} sent={sent} text={theirs} language={language} />
    </RadioGroup>
  )
}

interface SideProps {
  value: 'ours' | 'theirs'
  label: string
  sent: string
  text: string | null
  language: string
}

/** One wording against the text as it was sent; the whole of it may be clicked. */
function Side({ value, label, sent, text, language }: SideProps) {
  const { t } = useTranslation('returning')
  const words = useId()
  const ops = useMemo(() => (text === null ? [] : wordDiff(sent, text)), [sent, text])
  return (
    <Radio value={value} aria-label={label} aria-describedby={words} className={styles.side!}>
      <span className={styles.choice}>
        <span className={styles.dot} />
        {label}
      </span>
      {text === null ? (
        <span id={words} className={styles.quiet}>{t('conflict.gone')}</span>
      ) : (
        <span id={words} className={styles.words} lang={language}>
          <WordOps ops={ops} />
        </span>
      )}
    </Radio>
  )
}
