// One change in the list: by whom, what, when, why; accepted, rejected or explained on the spot.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, ChangeKind } from '../../../shared/redline/index.ts'
import { useFormats } from '../../i18n/format.ts'
import { cx } from '../../ui/cx.ts'
import { Check, MessageSquareQuote, X } from '../../ui/icons.ts'
import { DelegationMark } from '../../ui/Marks.tsx'
import styles from './changes.module.css'
import type { Delegation } from './delegations.ts'
import { Note } from './Note.tsx'
import { formatWords } from './review.ts'

export type Decide = (revisions: readonly string[], decision: 'accept' | 'reject') => void

export interface ChangeLineProps {
  change: Change
  delegations: readonly Delegation[]
  isCurrent: boolean
  readOnly: boolean
  onGo: (id: string) => void
  onResolve: Decide
  onExplain: (revisions: readonly string[], reason: string) => void
}

export const GLYPHS: Record<ChangeKind, string> = {
  insertion: '+', deletion: '−', replacement: '⇄', split: '¶+', join: '¶−', move: '↕', format: 'A',
}

export function ChangeLine({ change, delegations, isCurrent, readOnly, onGo, onResolve, onExplain }: ChangeLineProps) {
  const { t } = useTranslation('drafting')
  const { moment } = useFormats()
  const [explaining, setExplaining] = useState(false)
  const explain = (reason: string) => {
    setExplaining(false)
    onExplain(change.revisions, reason)
  }
  return (
    <li
      data-change={change.id}
      className={cx(styles.change, isCurrent && styles.current)}
      {...(isCurrent && { 'aria-current': true })}
    >
      <button type="button" data-walk className={styles.go} onClick={() => onGo(change.id)} title={change.author}>
        <HandMark code={change.delegation} author={change.author} delegations={delegations} />
        <span className={styles.glyph} aria-hidden="true">
          {GLYPHS[change.kind]}
        </span>
        <span className={styles.quote}>
          <span className={styles.spoken}>{t(`changes.kind.${change.kind}`)}</span>
          <Quote change={change} />
        </span>
        <time dateTime={change.time}>{moment(change.time)}</time>
      </button>
      {change.reason && !explaining && <p className={styles.reason}>{change.reason}</p>}
      {explaining && (
        <Note
          label={t('changes.reason')}
          text={change.reason}
          onSave={explain}
          onCancel={() => setExplaining(false)}
          mayBeEmpty={change.reason !== ''}
        />
      )}
      {!readOnly && !explaining && (
        <span className={styles.acts}>
          <button
            type="button"
            title={t('changes.accept')}
            aria-label={t('changes.accept')}
            onClick={() => onResolve(change.revisions, 'accept')}
          >
            <Check size={14} aria-hidden />
          </button>
          <button
            type="button"
            title={t('changes.reject')}
            aria-label={t('changes.reject')}
            onClick={() => onResolve(change.revisions, 'reject')}
          >
            <X size={14} aria-hidden />
          </button>
          <button type="button" title={t('changes.explain')} aria-label={t('changes.explain')} onClick={() => setExplaining(true)}>
            <MessageSquareQuote size={14} aria-hidden />
          </button>
          {isCurrent && <kbd>{t('changes.keys')}</kbd>}
        </span>
      )}
    </li>
  )
}

/** Letters of a delegation; what a file from elsewhere calls itself stands as it is, and who speaks for none by the name. */
export function HandMark({ code, author, delegations }: { code: string; author?: string; delegations: readonly Delegation[] }) {
  const { t } = useTranslation('drafting')
  const known = delegations.find((one) => one.code === code)
  if (known) return <DelegationMark code={known.letters} slot={known.slot} name={known.name} />
  return <span className={styles.stranger}>{code || author || t('changes.nobody')}</span>
}

/** Ends of paragraphs are drawn; spaces alone would be seen as nothing. */
const shown = (text: string) => (text.trim() === '' ? text.replaceAll('\n', '¶').replaceAll(/\s/gu, '␣') : text.replaceAll('\n', '¶'))

function Quote({ change }: { change: Change }) {
  const { t } = useTranslation('drafting')
  switch (change.kind) {
    case 'split':
    case 'join':
      return (
        <span>
          {`…${change.context.slice(-24)}`}
          <b>{' ¶'}</b>
        </span>
      )
    case 'move':
      return <span>{shown(change.new)}</span>
    case 'format':
      return (
        <>
          <span className={styles.format}>
            {formatWords(change.format!)
              .map((word) =>
                'mark' in word
                  ? t(word.on ? 'changes.on' : 'changes.off', { format: t(`changes.mark.${word.mark}`) })
                  : t('changes.recast', { was: t(`kind.${word.was}`), now: t(`kind.${word.now}`) }),
              )
              .join(', ')}
          </span>
          {' '}
          {shown(change.new)}
        </>
      )
    default:
      return (
        <>
          {change.old && <s>{shown(change.old)}</s>}
          {change.old && change.new && ' '}
          {change.new && <u>{shown(change.new)}</u>}
        </>
      )
  }
}
