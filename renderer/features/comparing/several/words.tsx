// Words that the views of several versions share: the fate of a paragraph with its glyph, operations as marks.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BaseFate, CollatedCell } from '../../../../shared/model/collation.ts'
import type { ComparedText, WordOp } from '../../../../shared/model/comparison.ts'
import { cx } from '../../../ui/cx.ts'
import { WordOps } from '../../../ui/WordOps.tsx'
import sheet from '../compare.module.css'
import { percentSame } from '../layout.ts'
import { placeOf } from '../place.ts'

export const GLYPHS: Record<BaseFate | 'added', { glyph: string; look: string | undefined }> = {
  kept: { glyph: '=', look: undefined },
  edited: { glyph: '≈', look: sheet.edited },
  moved: { glyph: '⇅', look: sheet.movedGlyph },
  split: { glyph: '⋔', look: sheet.resplit },
  merged: { glyph: '⋎', look: sheet.resplit },
  dropped: { glyph: '∅', look: sheet.deleted },
  added: { glyph: '+', look: sheet.inserted },
}

export const Glyph = ({ fate }: { fate: BaseFate | 'added' }) => (
  <b className={cx(sheet.glyph, GLYPHS[fate].look)} aria-hidden="true">
    {GLYPHS[fate].glyph}
  </b>
)

/** "moved to 9", "86% same": what became of a paragraph, and how much of it stayed where that says something. */
export function useFateWords(): (cell: CollatedCell, version: ComparedText) => string {
  const { t } = useTranslation('several')
  return ({ fate, now, ops }, version) => {
    const percent = percentSame(ops)
    const place = now.map((index) => placeOf(version, index)).join(', ')
    const words = fate === 'edited' ? '' : t(`fate.${fate}`, { count: now.length, place })
    const share = fate !== 'kept' && fate !== 'dropped' && percent < 100 ? t('comparing:percent', { percent }) : ''
    return [words, share].filter(Boolean).join(', ')
  }
}

/** Word operations as marks; changed ends of paragraphs are shown. */
export const Ops = ({ ops }: { ops: readonly WordOp[] }) => (
  <WordOps ops={ops} show={({ op, text }) => (op === 'equal' ? text : withEnds(text, op === 'insert'))} />
)

/** Line breaks that a split inserted, as ends of paragraphs. */
export const withEnds = (text: string, breaks: boolean): ReactNode =>
  text.includes('\n')
    ? text.split('\n').map((part, place) => (
        <span key={place}>
          {place > 0 && (
            <>
              <span className={sheet.pilcrow}>{'¶'}</span>
              {breaks && <br />}
            </>
          )}
          {part}
        </span>
      ))
    : text
