// The built file, page by page, as pictures.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuiltExport } from '../../../shared/contract/exporting.ts'
import { useRead } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { IconButton } from '../../ui/Button.tsx'
import { ChevronLeft, ChevronRight } from '../../ui/icons.ts'
import styles from './export.module.css'

export interface PreviewProps {
  built: BuiltExport | null
  /** Nothing is built until a question is answered. */
  isAsking: boolean
  isBuilding: boolean
}

export function Preview({ built, isAsking, isBuilding }: PreviewProps) {
  const { t } = useTranslation('exporting')
  return (
    <section className={styles.preview} aria-label={t('preview')} aria-busy={isBuilding}>
      {built ? (
        <Pages key={built.id} built={built} />
      ) : (
        <p className={styles.waiting}>{isAsking ? t('answerFirst') : isBuilding ? t('job') : ''}</p>
      )}
    </section>
  )
}

function Pages({ built }: { built: BuiltExport }) {
  const { t } = useTranslation('exporting')
  const errorText = useErrorText()
  const [page, setPage] = useState(1)
  const shown = useRead('export.page', { id: built.id, page }, { keepPrevious: true, enabled: built.pages > 0 })
  const svg = shown.data?.svg
  const picture = useMemo(() => (svg === undefined ? null : svgUrl(svg)), [svg])
  return (
    <>
      <div className={styles.paper}>
        {picture && <img src={picture} alt={t('page.alt', { page })} />}
        {shown.error && <p className={styles.waiting}>{errorText(shown.error)}</p>}
      </div>
      <div className={styles.pager}>
        <IconButton label={t('page.previous')} size="small" isDisabled={page <= 1} onPress={() => setPage(page - 1)}>
          <ChevronLeft size={14} aria-hidden />
        </IconButton>
        <output>{t('page.position', { page, pages: built.pages })}</output>
        <IconButton label={t('page.next')} size="small" isDisabled={page >= built.pages} onPress={() => setPage(page + 1)}>
          <ChevronRight size={14} aria-hidden />
        </IconButton>
      </div>
    </>
  )
}

/** An address for an SVG text: drawn as a picture, so nothing in it can run. */
const svgUrl = (svg: string) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
