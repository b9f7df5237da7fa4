// Kinds of change with their counts, and the way through the changes.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/model/comparison.ts'
import { Grow, Separator } from '../../ui/Bars.tsx'
import { Button, IconButton, ToggleIconButton } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { ChevronsDownUp, Copy, Printer, Search, SlidersHorizontal, TypographyIcon } from '../../ui/icons.ts'
import { Menu } from '../../ui/Menu.tsx'
import styles from './bars.module.css'
import sheet from './compare.module.css'
import { CHANGE_KINDS, countChanges, type ChangeKind } from './layout.ts'
import { Steps } from './Steps.tsx'

export interface FilterBarProps {
  comparison: Comparison
  kinds: ReadonlySet<ChangeKind>
  onKinds: (kinds: ReadonlySet<ChangeKind>) => void
  fold: boolean
  /** Whether differences of typography count. */
  typography: boolean
  onTypography: (on: boolean) => void
  onFold: (fold: boolean) => void
  onFind: () => void
  onCopy: () => void
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
  typographic: { glyph: 'Aa', look: sheet.edited },
}

export function FilterBar(props: FilterBarProps) {
  const { comparison, kinds, onKinds, fold, onFold, typography, onTypography, onFind, onCopy, current, total, onStep } = props
  const { t } = useTranslation('comparing')
  const counts = useMemo(() => countChanges(comparison.rows), [comparison])
  const offered = typography ? [...CHANGE_KINDS, 'typographic' as const] : CHANGE_KINDS
  const all = offered.reduce((sum, kind) => sum + counts[kind], 0)
  const toggle = (kind: ChangeKind) => {
    const next = new Set(kinds)
    if (!next.delete(kind)) next.add(kind)
    onKinds(next.size === offered.length ? new Set() : next)
  }
  return (
    <fieldset className={styles.filters} aria-label={t('filter.label')}>
      <button type="button" className={styles.filter} aria-pressed={kinds.size === 0} onClick={() => onKinds(new Set())}>
        {t('filter.all')} <b>{all}</b>
      </button>
      {offered.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.filter}
          aria-pressed={kinds.has(kind)}
          disabled={counts[kind] === 0}
          onClick={() => toggle(kind)}
        >
          <span className={cx(sheet.glyph, GLYPHS[kind].look)} aria-hidden="true">
            {GLYPHS[kind].glyph}
          </span>
          {t(`filter.${kind}`)} <b>{counts[kind]}</b>
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
            ...offered.map((kind) => ({
              id: kind,
              label: `${t(`filter.${kind}`)}: ${counts[kind]}`,
              isChecked: kinds.has(kind),
              isDisabled: counts[kind] === 0,
              onAction: () => toggle(kind),
            })),
          ]}
        />
      </span>
      <Grow />
      <ToggleIconButton
        label={t('typography.toggle', { count: counts.typographic })}
        size="small"
        isSelected={typography}
        onChange={onTypography}
      >
        <TypographyIcon size={14} aria-hidden />
      </ToggleIconButton>
      <ToggleIconButton label={t('fold.toggle')} size="small" isSelected={fold} onChange={onFold}>
        <ChevronsDownUp size={14} aria-hidden />
      </ToggleIconButton>
      <Separator />
      <Steps current={current} total={total} onStep={onStep} />
      <Separator />
      <IconButton label={t('find.title')} keys="Ctrl+F" size="small" onPress={onFind}>
        <Search size={14} aria-hidden />
      </IconButton>
      <IconButton label={t('copy.label')} size="small" onPress={onCopy}>
        <Copy size={14} aria-hidden />
      </IconButton>
      <IconButton label={t('print')} keys="Ctrl+P" size="small" onPress={() => window.print()}>
        <Printer size={14} aria-hidden />
      </IconButton>
    </fieldset>
  )
}
