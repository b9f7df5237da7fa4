// One finding: the words in doubt, why, and what may stand there instead.
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { Finding } from '../../../../shared/checking/index.ts'
import { useFormats, type Formats } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { cx } from '../../../ui/cx.ts'
import changeStyles from '../changes.module.css'
import type { Check } from './checks.ts'
import styles from './checks.module.css'
import type { Checks } from './useChecks.ts'

export interface CheckLineProps {
  check: Check
  checks: Checks
  readOnly: boolean
  isSettled: boolean
}

export function CheckLine({ check, checks, readOnly, isSettled }: CheckLineProps) {
  const { t } = useTranslation('drafting')
  const formats = useFormats()
  const [editing, setEditing] = useState(false)
  const { id, finding } = check
  const { found, proposal, kind, confidence } = finding
  const isCurrent = id === checks.current && !isSettled
  const save = (text: string) => {
    setEditing(false)
    checks.accept(check, text)
  }
  return (
    <li data-check={id} className={cx(changeStyles.change, isCurrent && changeStyles.current)} {...(isCurrent && { 'aria-current': true })}>
      <button type="button" data-walk className={styles.go} onClick={() => checks.go(check)}>
        <span className={styles.kind}>
          {t(`checks.kindOne.${kind}`)}
          {confidence === 'unsure' && <i>{` · ${t('checks.unsure')}`}</i>}
        </span>
        <span className={changeStyles.quote}>
          {proposal ? <><s>{found}</s> <u>{proposal.text}</u></> : found}
        </span>
        <span className={styles.why}>
          {reasonOf(t, formats, finding)}
          {proposal && !proposal.sure && ` ${t('checks.look')}`}
        </span>
      </button>
      {editing && <Wording found={found} text={proposal?.text ?? found} onSave={save} onCancel={() => setEditing(false)} />}
      {isSettled && (
        <span className={styles.acts}>
          <Button size="small" variant="ghost" onPress={() => checks.recall(check)}>{t('checks.recall')}</Button>
        </span>
      )}
      {!isSettled && !editing && !readOnly && (
        <span className={styles.acts}>
          {proposal?.sure && <Button size="small" onPress={() => save(proposal.text)}>{t('checks.accept')}</Button>}
          <Button size="small" variant={proposal?.sure ? 'ghost' : 'plain'} onPress={() => setEditing(true)}>{t('checks.edit')}</Button>
          <Button size="small" variant="ghost" onPress={() => checks.dismiss(check)}>{t('checks.dismiss')}</Button>
        </span>
      )}
    </li>
  )
}

/** The reason in plain words, dates as the screen writes them. */
function reasonOf(t: TFunction<'drafting'>, formats: Formats, { why, about }: Finding): string {
  const dated = Object.fromEntries(Object.entries(about).map(([key, value]) => [key, /^\d{4}-\d\d-\d\d$/u.test(value) ? formats.date(value) : value]))
  return t(`checks.why.${why}`, { ...dated, context: about['place'] === '' ? 'unknown' : '' })
}

interface WordingProps {
  found: string
  text: string
  onSave: (text: string) => void
  onCancel: () => void
}

/** Other words for those in doubt; Enter puts them in, Escape lets it be. */
function Wording({ found, text, onSave, onCancel }: WordingProps) {
  const { t } = useTranslation('drafting')
  const [written, setWritten] = useState(text)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const isSame = written.trim() === '' || written === found
  useEffect(() => field.current?.select(), [])
  return (
    <form
      className={styles.wording}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSame) onSave(written.trim())
      }}
    >
      <label htmlFor={id} className={changeStyles.spoken}>{t('checks.wording', { found })}</label>
      <input
        autoComplete="off"
        id={id} ref={field} value={written} maxLength={500} spellCheck={false}
        onChange={(event) => setWritten(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onCancel()
        }}
      />
      <Button type="submit" size="small" isDisabled={isSame}>{t('checks.put')}</Button>
      <Button size="small" variant="ghost" onPress={onCancel}>{t('note.cancel')}</Button>
    </form>
  )
}
