// Every open change, by paragraph; filtered by delegation; each accepted or rejected on the spot.
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change } from '../../../shared/redline/index.ts'
import { useFormats } from '../../i18n/format.ts'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Check, X } from '../../ui/icons.ts'
import { DelegationMark } from '../../ui/Marks.tsx'
import { useArrowWalk } from '../../ui/useArrowWalk.ts'
import type { Delegation } from './delegations.ts'
import styles from './changes.module.css'
import { byDelegation, byParagraph } from './facts.ts'

export interface ChangesPaneProps {
  changes: readonly Change[]
  labels: readonly (string | null)[]
  delegations: readonly Delegation[]
  current: string | null
  readOnly: boolean
  onGo: (id: string) => void
  onResolve: (revisions: readonly string[], decision: 'accept' | 'reject') => void
}

const GLYPHS: Record<Change['kind'], string> = {
  insertion: '+', deletion: '−', replacement: '⇄', split: '¶+', join: '¶−', move: '↕', format: 'A',
}

export const ChangesPane = memo(function ChangesPane(props: ChangesPaneProps) {
  const { changes, labels, delegations, current, onGo, onResolve, readOnly } = props
  const { t } = useTranslation('drafting')
  const [only, setOnly] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  useArrowWalk(list)
  const counts = byDelegation(changes)
  const shown = only === null || !counts.has(only) ? changes : changes.filter((change) => change.delegation === only)

  useEffect(() => {
    if (current) list.current?.querySelector(`[data-change="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  if (changes.length === 0) return <EmptyState title={t('changes.none')} note={t('changes.noneNote')} />
  return (
    <div className={styles.pane}>
      {counts.size > 1 && (
        <fieldset className={styles.filter} aria-label={t('changes.filter')}>
          <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>
            {t('changes.all')} <i>{changes.length}</i>
          </button>
          {[...counts].map(([code, count]) => (
            <button key={code} type="button" aria-pressed={only === code} onClick={() => setOnly(only === code ? null : code)}>
              <Mark code={code} delegations={delegations} /> <i>{count}</i>
            </button>
          ))}
        </fieldset>
      )}
      <div ref={list} className={styles.list}>
        {byParagraph(shown).map((group) => (
          <section key={`${group.block} ${group.changes[0]!.id}`} className={styles.group}>
            <h3>
              {labels[group.block]
                ? t('earlier.paragraph', { label: labels[group.block]!.replace(/[.)]+$/u, '') })
                : t('changes.block', { number: group.block + 1 })}
            </h3>
            <ul>
              {group.changes.map((change) => (
                <ChangeLine
                  key={change.id}
                  change={change}
                  delegations={delegations}
                  isCurrent={change.id === current}
                  readOnly={readOnly}
                  onGo={onGo}
                  onResolve={onResolve}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
})

/** Ends of paragraphs are drawn; spaces alone would be seen as nothing. */
const shown = (text: string) => (text.trim() === '' ? text.replaceAll('\n', '¶').replaceAll(/\s/gu, '␣') : text.replaceAll('\n', '¶'))

function Mark({ code, delegations }: { code: string; delegations: readonly Delegation[] }) {
  const { t } = useTranslation('drafting')
  const known = delegations.find((one) => one.code === code)
  if (known) return <DelegationMark code={known.letters} slot={known.slot} name={known.name} />
  return <span className={styles.stranger}>{code || t('changes.nobody')}</span>
}

interface ChangeLineProps extends Pick<ChangesPaneProps, 'delegations' | 'readOnly' | 'onGo' | 'onResolve'> {
  change: Change
  isCurrent: boolean
}

function ChangeLine({ change, delegations, isCurrent, readOnly, onGo, onResolve }: ChangeLineProps) {
  const { t } = useTranslation('drafting')
  const { moment } = useFormats()
  const ends = change.kind === 'split' || change.kind === 'join'
  return (
    <li
      data-change={change.id}
      className={cx(styles.change, isCurrent && styles.current)}
      {...(isCurrent && { 'aria-current': true })}
    >
      <button type="button" data-walk className={styles.go} onClick={() => onGo(change.id)} title={change.author}>
        <Mark code={change.delegation} delegations={delegations} />
        <span className={styles.glyph} aria-hidden="true">
          {GLYPHS[change.kind]}
        </span>
        <span className={styles.quote}>
          <span className={styles.spoken}>{t(`changes.kind.${change.kind}`)}</span>
          {ends ? (
            <span>
              {`…${change.context.slice(-24)}`}
              <b>{' ¶'}</b>
            </span>
          ) : (
            <>
              {change.old && change.kind !== 'move' && <s>{shown(change.old)}</s>}
              {change.old && change.new && change.kind !== 'move' && ' '}
              {change.new && <u>{shown(change.new)}</u>}
            </>
          )}
        </span>
        <time dateTime={change.time}>{moment(change.time)}</time>
      </button>
      {!readOnly && (
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
          {isCurrent && <kbd>{t('changes.keys')}</kbd>}
        </span>
      )}
    </li>
  )
}
