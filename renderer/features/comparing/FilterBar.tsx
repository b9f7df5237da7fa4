// Kinds of change with their counts, and the way through the changes.
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/model/comparison.ts'
import { Grow, Separator } from '../../ui/Bars.tsx'
import { Button, ToggleIconButton } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { ChevronsDownUp, SlidersHorizontal } from '../../ui/icons.ts'
import { Menu } from '../../ui/Menu.tsx'
import styles from './bars.module.css'
import sheet from './compare.module.css'
import { CHANGE_KINDS, type ChangeKind } from './layout.ts'
import { Steps } from './Steps.tsx'

export interface FilterBarProps {
  comparison: Comparison
  kinds: ReadonlySet<ChangeKind>
  onKinds: (kinds: ReadonlySet<ChangeKind>) => void
  fold: boolean
  onFold: (fold: boolean) => void
  current: number | null
  /** How many changes the filter lets through. */
  total: number
  onStep: (step: 1 | -1) => void
}

const GLYPHS: Record<ChangeKind, { glyph: string; look: string | undefined }> = {
  inserted: { glyph: '+', look: sheet.inserted },
  deleted: { glyph: '∅', look: sheet.deleted },
  edited: { glyph: '≈', look: sheet.edited },
  moved: { glyph: '⇅', look: sheet.movedGlyph },
  resplit: { glyph: '⋔', look: sheet.resplit },
}

const countOf = ({ counts }: Comparison, kind: ChangeKind) => (kind === 'resplit' ? counts.split + counts.merged : counts[kind])

export function FilterBar({ comparison, kinds, onKinds, fold, onFold, current, total, onStep }: FilterBarProps) {
  const { t } = useTranslation('comparing')
  const all = CHANGE_KINDS.reduce((sum, kind) => sum + countOf(comparison, kind), 0)
  const toggle = (kind: ChangeKind) => {
    const next = new Set(kinds)
    if (!next.delete(kind)) next.add(kind)
    onKinds(next.size === CHANGE_KINDS.length ? new Set() : next)
  }
  return (
    <fieldset className={styles.filters} aria-label={t('filter.label')}>
      <button type="button" className={styles.filter} aria-pressed={kinds.size === 0} onClick={() => onKinds(new Set())}>
        {t('filter.all')} <b>{all}</b>
      </button>
      {CHANGE_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.filter}
          aria-pressed={kinds.has(kind)}
          disabled={countOf(comparison, kind) === 0}
          onClick={() => toggle(kind)}
        >
          <span className={cx(sheet.glyph, GLYPHS[kind].look)} aria-hidden="true">
            {GLYPHS[kind].glyph}
          </span>
          {t(`filter.${kind}`)} <b>{countOf(comparison, kind)}</b>
        </button>
      ))}
      <span className={styles.filterMenu}>
        <Menu
          label={t('filter.label')}
          trigger={
            <Button size="small">
              <SlidersHorizontal size={14} aria-hidden />
              {kinds.size === 0 ? t('filter.allCount', { count: all }) : t('filter.some', { count: kinds.size })}
            </Button>
          }
          entries={[
            {
              id: 'all',
              label: t('filter.allCount', { count: all }),
              isChecked: kinds.size === 0,
              onAction: () => onKinds(new Set()),
            },
            ...CHANGE_KINDS.map((kind) => ({
              id: kind,
              label: `${t(`filter.${kind}`)}: ${countOf(comparison, kind)}`,
              isChecked: kinds.has(kind),
              isDisabled: countOf(comparison, kind) === 0,
              onAction: () => toggle(kind),
            })),
          ]}
        />
      </span>
      <Grow />
      <ToggleIconButton label={t('fold.toggle')} size="small" isSelected={fold} onChange={onFold}>
        <ChevronsDownUp size={14} aria-hidden />
      </ToggleIconButton>
      <Separator />
      <Steps current={current} total={total} onStep={onStep} />
    </fieldset>
  )
}
