// Every open change, by paragraph; filtered by hand and kind; accepted or rejected one by one, by paragraph, or as filtered.
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, ChangeKind } from '../../../shared/redline/index.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Check, X } from '../../ui/icons.ts'
import { Select } from '../../ui/Select.tsx'
import { useArrowWalk } from '../../ui/useArrowWalk.ts'
import { ChangeLine, HandMark, type ChangeLineProps, type Decide } from './ChangeLine.tsx'
import styles from './changes.module.css'
import { byParagraph, type ChangeGroup } from './facts.ts'
import { placeName, type Place } from './places.ts'
import { byHand, filtered, kindsOf, stillChosen, type Chosen } from './review.ts'

export interface ChangesPaneProps extends Omit<ChangeLineProps, 'change' | 'isCurrent'> {
  changes: readonly Change[]
  places: readonly Place[]
  current: string | null
}

const EVERY = 'every'
const idsOf = (changes: readonly Change[]) => changes.flatMap((change) => change.revisions)

export const ChangesPane = memo(function ChangesPane({ changes, places, current, ...line }: ChangesPaneProps) {
  const { t } = useTranslation('drafting')
  const [wanted, setChosen] = useState<Chosen>({ hand: null, kind: null })
  const list = useRef<HTMLDivElement>(null)
  useArrowWalk(list)
  const chosen = stillChosen(changes, wanted)
  const shown = filtered(changes, chosen)

  useEffect(() => {
    if (current) list.current?.querySelector(`[data-change="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  if (changes.length === 0) return <EmptyState title={t('changes.none')} note={t('changes.noneNote')} />
  return (
    <div className={styles.pane}>
      <Filter changes={changes} chosen={chosen} onChoose={setChosen} delegations={line.delegations} />
      {shown.length < changes.length && !line.readOnly && <Bulk changes={shown} onResolve={line.onResolve} />}
      <div ref={list} className={styles.list}>
        {byParagraph(shown).map((group) => (
          <Group key={`${group.block} ${group.changes[0]!.id}`} group={group} place={places[group.block]} {...line}>
            {group.changes.map((change) => (
              <ChangeLine key={change.id} change={change} isCurrent={change.id === current} {...line} />
            ))}
          </Group>
        ))}
      </div>
    </div>
  )
})

interface FilterProps extends Pick<ChangesPaneProps, 'changes' | 'delegations'> {
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}

/** Nothing to choose where one hand made changes of one kind. */
function Filter({ changes, delegations, chosen, onChoose }: FilterProps) {
  const { t } = useTranslation('drafting')
  const { number } = useFormats()
  const hands = byHand(changes)
  const kinds = kindsOf(filtered(changes, { ...chosen, kind: null }))
  if (hands.length < 2 && kindsOf(changes).length < 2) return null
  return (
    <fieldset className={styles.filter} aria-label={t('changes.filter')}>
      <button type="button" aria-pressed={chosen.hand === null} onClick={() => onChoose({ ...chosen, hand: null })}>
        {t('changes.all')} <i>{number(changes.length)}</i>
      </button>
      {hands.length > 1 && hands.map(({ key, delegation, author, count, named }) => (
        <button
          key={key}
          type="button"
          aria-pressed={chosen.hand === key}
          title={author}
          onClick={() => onChoose({ ...chosen, hand: chosen.hand === key ? null : key })}
        >
          <HandMark code={delegation} author={author} delegations={delegations} />{' '}
          {named && delegation !== '' && <span>{author || t('changes.unnamed')}</span>} <i>{number(count)}</i>
        </button>
      ))}
      {kinds.length > 1 && (
        <Select<ChangeKind | typeof EVERY>
          label={t('changes.kindFilter')}
          value={chosen.kind ?? EVERY}
          options={[
            { id: EVERY, label: t('changes.everyKind') },
            ...kinds.map((kind) => ({ id: kind, label: t(`changes.kind.${kind}`) })),
          ]}
          onChange={(kind) => onChoose({ ...chosen, kind: kind === EVERY ? null : kind })}
          className={styles.kindFilter}
        />
      )}
    </fieldset>
  )
}

/** Decides on all that the filter leaves. */
function Bulk({ changes, onResolve }: { changes: readonly Change[]; onResolve: Decide }) {
  const { t } = useTranslation('drafting')
  return (
    <div className={styles.bulk}>
      <Button size="small" onPress={() => onResolve(idsOf(changes), 'accept')}>
        <Check size={14} aria-hidden />
        {t('changes.acceptThese', { count: changes.length })}
      </Button>
      <Button size="small" onPress={() => onResolve(idsOf(changes), 'reject')}>
        <X size={14} aria-hidden />
        {t('changes.rejectThese', { count: changes.length })}
      </Button>
    </div>
  )
}

interface GroupProps extends Pick<ChangesPaneProps, 'readOnly' | 'onResolve'> {
  group: ChangeGroup
  place: Place | undefined
  children: React.ReactNode
}

function Group({ group, place, readOnly, onResolve, children }: GroupProps) {
  const { t } = useTranslation('drafting')
  const name = place ? placeName(t, place) : ''
  const act = (decision: 'accept' | 'reject') => {
    const what = t(decision === 'accept' ? 'changes.acceptParagraph' : 'changes.rejectParagraph', { name })
    const Icon = decision === 'accept' ? Check : X
    return (
      <button type="button" title={what} aria-label={what} onClick={() => onResolve(idsOf(group.changes), decision)}>
        <Icon size={14} aria-hidden />
      </button>
    )
  }
  return (
    <section className={styles.group}>
      <h3>{name}</h3>
      {!readOnly && group.changes.length > 1 && (
        <span className={styles.groupActs}>
          {act('accept')}
          {act('reject')}
        </span>
      )}
      <ul>{children}</ul>
    </section>
  )
}
