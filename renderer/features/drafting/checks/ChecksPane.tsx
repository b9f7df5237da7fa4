// Facts that do not fit the draft, by paragraph: each with its reason and, where there is one, a proposal. Nothing changes until
// the officer says so.
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingKind } from '../../../../shared/checking/index.ts'
import { useFormats } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Switch } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Check as CheckIcon } from '../../../ui/icons.ts'
import { useArrowWalk } from '../../../ui/useArrowWalk.ts'
import changeStyles from '../changes.module.css'
import { placeName, type Place } from '../places.ts'
import { CheckLine } from './CheckLine.tsx'
import { byBlock, countKinds, takeable, type Check } from './checks.ts'
import styles from './checks.module.css'
import type { Checks } from './useChecks.ts'

export interface ChecksPaneProps {
  checks: Checks
  places: readonly Place[]
  readOnly: boolean
}

export const ChecksPane = memo(function ChecksPane({ checks, places, readOnly }: ChecksPaneProps) {
  const { t } = useTranslation('drafting')
  const { number } = useFormats()
  const { open, settled, current, readable, acceptAll } = checks
  const [wanted, setKind] = useState<FindingKind | null>(null)
  const [settledShown, setSettledShown] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  useArrowWalk(list)
  const kinds = countKinds(open)
  const kind = kinds.some((one) => one.kind === wanted) ? wanted : null
  const shown = kind === null ? open : open.filter(({ finding }) => finding.kind === kind)

  useEffect(() => {
    if (current) list.current?.querySelector(`[data-check="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  return (
    <div className={changeStyles.pane}>
      {!readable && <output className={styles.unreadable}>{t('checks.unreadable')}</output>}
      {kinds.length > 1 && (
        <fieldset className={changeStyles.filter} aria-label={t('checks.filter')}>
          <button type="button" aria-pressed={kind === null} onClick={() => setKind(null)}>
            {t('checks.all')} <i>{number(open.length)}</i>
          </button>
          {kinds.map((one) => (
            <button key={one.kind} type="button" aria-pressed={kind === one.kind} onClick={() => setKind(kind === one.kind ? null : one.kind)}>
              {t(`checks.kind.${one.kind}`)} <i>{number(one.count)}</i>
            </button>
          ))}
        </fieldset>
      )}
      {kind !== null && !readOnly && <TakeAll checks={shown} onTake={acceptAll} />}
      {settled.length > 0 && (
        <div className={styles.settledHead}>
          <Switch isSelected={settledShown} onChange={setSettledShown}>
            {t('checks.settledShown', { count: settled.length })}
          </Switch>
        </div>
      )}
      {open.length === 0 && <EmptyState title={t('checks.none')} note={t('checks.noneNote')} />}
      <div ref={list} className={changeStyles.list}>
        <Groups found={shown} places={places} checks={checks} readOnly={readOnly} />
        {settledShown && <Groups found={settled} places={places} checks={checks} readOnly={readOnly} isSettled />}
      </div>
    </div>
  )
})

interface GroupsProps extends ChecksPaneProps {
  found: readonly Check[]
  isSettled?: boolean
}

function Groups({ found, places, checks, readOnly, isSettled = false }: GroupsProps) {
  const { t } = useTranslation('drafting')
  return byBlock(found).map(({ block, checks: ofBlock }) => (
    <section key={block} className={changeStyles.group}>
      <h3>
        {places[block] ? placeName(t, places[block]) : ''}
        {isSettled && <span className={styles.settled}>{` – ${t('checks.settled')}`}</span>}
      </h3>
      <ul>
        {ofBlock.map((check) => (
          <CheckLine key={check.id} check={check} checks={checks} readOnly={readOnly} isSettled={isSettled} />
        ))}
      </ul>
    </section>
  ))
}

/** Takes every proposal of a kind that needs no second look. */
function TakeAll({ checks, onTake }: { checks: readonly Check[]; onTake: Checks['acceptAll'] }) {
  const { t } = useTranslation('drafting')
  const count = takeable(checks).length
  if (count < 2) return null
  return (
    <div className={changeStyles.bulk}>
      <Button size="small" onPress={() => onTake(checks)}>
        <CheckIcon size={14} aria-hidden />
        {t('checks.acceptAll', { count })}
      </Button>
    </div>
  )
}
