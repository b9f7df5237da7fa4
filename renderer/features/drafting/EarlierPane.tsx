// The paragraph at the caret against its earlier text, word by word, with who agreed to it and a way back.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DraftId } from '../../../shared/model/ids.ts'
import { wordDiff } from '../../../shared/redline/index.ts'
import { links } from '../../api/links.ts'
import type { SelectionInfo } from '../../editor/index.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GitCompare, Search, Undo2 } from '../../ui/icons.ts'
import type { Party } from '../../../shared/model/declaration.ts'
import { DiffWords } from './DiffWords.tsx'
import styles from './earlier.module.css'
import { verbatim, type Verbatim } from './earlier.ts'
import { placeName, type Place } from './places.ts'
import { Provenance } from './Provenance.tsx'

export interface EarlierPaneProps {
  draft: DraftId
  info: SelectionInfo | null
  /** Where the paragraph stands by now. */
  place: Place | undefined
  parties: readonly Party[]
  language: string
  readOnly: boolean
  onRestore: () => void
  onSearch: (words: string) => void
}

export function EarlierPane({ draft, info, place, parties, language, readOnly, onRestore, onSearch }: EarlierPaneProps) {
  const { t } = useTranslation('drafting')
  const source = info?.source ?? null
  const text = info?.text ?? ''
  const ops = useMemo(() => (source ? wordDiff(source.text, text) : []), [source, text])
  const measured = useMemo(() => verbatim(ops), [ops])
  if (!info || info.blockIndex < 0) return <EmptyState title={t('earlier.noParagraph')} />
  if (!source) {
    return (
      <EmptyState
        title={t('earlier.none')}
        note={t('earlier.noneNote')}
        {...(text.trim() !== '' && {
          actions: (
            <Button size="small" onPress={() => onSearch(text.split(/\s+/).slice(0, 8).join(' '))}>
              <Search size={14} aria-hidden />
              {t('earlier.search')}
            </Button>
          ),
        })}
      />
    )
  }
  return (
    <section className={styles.pane} aria-label={t('earlier.title')}>
      <div className={styles.row}>
        <h3>{place ? placeName(t, place) : ''}</h3>
        <span className={styles.quiet}>{t('earlier.against')}</span>
      </div>
      <DiffWords ops={ops} language={language} />
      <Provenance source={source} parties={parties} />
      {measured.words === 0 ? <p className={styles.quiet}>{t('earlier.gone')}</p> : <Share measured={measured} />}
      {measured.fresh.length > 0 && (
        <p className={styles.fresh}>
          <span className={styles.quiet}>{t('earlier.new')}</span> <q>{measured.fresh.join('; ')}</q>
        </p>
      )}
      <div className={styles.row}>
        <Button size="small" isDisabled={readOnly || measured.percent === 100} onPress={onRestore}>
          <Undo2 size={14} aria-hidden />
          {t('earlier.restore')}
        </Button>
        <CompareLink draft={draft} source={source} />
      </div>
    </section>
  )
}

/** How much of the paragraph stands in its earlier text. */
function Share({ measured }: { measured: Verbatim }) {
  const { t } = useTranslation('drafting')
  return (
    <>
      <div className={styles.share}>
        <b>{t('earlier.percent', { percent: measured.percent })}</b>
        <span>{t('earlier.verbatim', { kept: measured.kept, count: measured.words })}</span>
      </div>
      <div className={styles.strip} aria-hidden="true">
        {measured.strip.map((part, index) => (
          <i key={index} style={{ flexGrow: part.words }} {...(!part.kept && { 'data-new': '' })} />
        ))}
      </div>
    </>
  )
}

type SourceProps = { source: NonNullable<SelectionInfo['source']> }

function CompareLink({ draft, source }: SourceProps & { draft: DraftId }) {
  const { t } = useTranslation('drafting')
  const [, go] = useLocation()
  return (
    <Button
      size="small"
      variant="ghost"
      onPress={() => go(links.compare({ kind: 'declaration', id: source.declarationId }, { kind: 'draft', id: draft }))}
    >
      <GitCompare size={14} aria-hidden />
      {t('earlier.compare')}
    </Button>
  )
}
