// The map of a draft above its paper: a stretch for every paragraph, as long as its words; the sums; the paragraphs without
// precedent to go to. Solid is verbatim, dashed is edited, hollow is new, as in the margin.
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../../i18n/errors.ts'
import { useFormats } from '../../../i18n/format.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { ChevronDown, X } from '../../../ui/icons.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { placeName, type Place } from '../places.ts'
import styles from './map.module.css'
import { totalsOf } from './precedentMap.ts'
import type { PrecedentMap } from './usePrecedentMap.ts'

export interface MapBarProps {
  map: PrecedentMap
  places: readonly Place[]
  /** Only what every party of the draft agreed to counts. */
  ofAll: boolean
  onOfAll: (on: boolean) => void
  onGo: (block: number) => void
  onClose: () => void
}

/** So many are asked while an officer types: the sums stay. */
const FEW = 2
/** Letters of a paragraph in the list. */
const BEGINNING = 60

export function MapBar({ map: { all, waiting, error }, places, ofAll, onOfAll, onGo, onClose }: MapBarProps) {
  const { t } = useTranslation('drafting')
  const errorText = useErrorText()
  const { number } = useFormats()
  const totals = totalsOf(all)
  const fresh = all.filter(({ state }) => state === 'new')
  const nameOf = (block: number) => (places[block] ? placeName(t, places[block]) : '')
  return (
    <section className={styles.map} aria-label={t('map.title')} aria-busy={waiting > 0 && !error}>
      <div className={styles.top}>
        <div className={styles.bar} aria-hidden>
          {all.map(({ blockId, block, state, kept, fresh: novel, precedent }) => (
            <button
              key={blockId}
              type="button"
              tabIndex={-1}
              data-state={state}
              style={{ flexGrow: kept + novel }}
              aria-label={nameOf(block)}
              title={[nameOf(block), t(`map.state.${state}`), precedent?.hit.citation].filter(Boolean).join(', ')}
              onClick={() => onGo(block)}
            />
          ))}
        </div>
        <IconButton size="small" label={t(waiting > 0 ? 'map.stop' : 'map.close')} keys="Alt+M" onPress={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <div className={styles.line}>
        <output className={styles.sums}>
          {waiting > FEW && !error
            ? t('map.asking', { done: all.length, of: all.length + waiting })
            : t('map.sums', {
                verbatim: number(totals.verbatim), edited: number(totals.edited), fresh: number(totals.new), words: number(totals.words),
              })}
          {error ? ` ${errorText(error)}` : ''}
        </output>
        <Menu
          label={t('map.without')}
          trigger={
            <Button size="small" isDisabled={fresh.length === 0}>
              {t('map.count', { count: fresh.length })}
              <ChevronDown size={12} aria-hidden />
            </Button>
          }
          entries={fresh.map(({ blockId, block, text }) => ({
            id: blockId,
            label: `${nameOf(block)}: ${text.slice(0, BEGINNING)}${text.length > BEGINNING ? '…' : ''}`,
            onAction: () => onGo(block),
          }))}
        />
        <Checkbox isSelected={ofAll} onChange={onOfAll}>
          {t('map.ofAll')}
        </Checkbox>
      </div>
    </section>
  )
}
