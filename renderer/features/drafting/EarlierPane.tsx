// The paragraph at the caret against its earlier text, word by word, with who agreed to it and a way back.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DraftId } from '../../../shared/model/ids.ts'
import { wordDiff } from '../../../shared/redline/index.ts'
import { links } from '../../api/links.ts'
import type { SelectionInfo } from '../../editor/index.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Check, GitCompare, Minus, Search, Undo2 } from '../../ui/icons.ts'
import { DelegationMark, GradeMark } from '../../ui/Marks.tsx'
import type { Party } from '../../../shared/model/declaration.ts'
import { delegationsOf, wasParty } from './delegations.ts'
import styles from './earlier.module.css'
import { verbatim, withoutYear, type Verbatim } from './earlier.ts'
import { placeName, type Place } from './places.ts'

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
    <div className={styles.pane}>
      <div className={styles.row}>
        <h3>{place ? placeName(t, place) : ''}</h3>
        <span className={styles.quiet}>{t('earlier.against')}</span>
      </div>
      <p className={styles.words} lang={language}>
        {ops.map(({ op, text: words }, index) =>
          op === 'equal' ? (
            <span key={index}>{words}</span>
          ) : op === 'delete' ? (
            <del key={index}>{words}</del>
          ) : (
            <ins key={index}>{words}</ins>
          ),
        )}
      </p>
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
    </div>
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

/** Citation, date, grade, and for every party of the draft whether it stood behind this wording. */
function Provenance({ source, parties }: SourceProps & { parties: readonly Party[] }) {
  const { t } = useTranslation('drafting')
  const { date } = useFormats()
  const cited = [
    ...(source.date ? [withoutYear(source.citation, source.date), date(source.date)] : [source.citation]),
    source.number && t('clauseNumber', { number: source.number }),
  ].filter(Boolean)
  return (
    <>
      <p className={styles.citation}>{cited.join(', ')}</p>
      <GradeMark grade={source.grade} label={t(`common:grade.${source.grade}`)} />
      <ul className={styles.agreed}>
        {delegationsOf(parties).map(({ code, slot, letters, name }, index) => {
          const agreed = wasParty(parties[index]!, source.parties) && source.grade === 'official'
          const was = wasParty(parties[index]!, source.parties)
          return (
            <li key={code}>
              <DelegationMark code={letters} slot={slot} name={name} />
              <span>{agreed ? t('earlier.agreed') : was ? t('earlier.notBinding') : t('earlier.notParty')}</span>
              {agreed ? (
                <Check size={14} aria-hidden className={styles.yes} />
              ) : (
                <Minus size={14} aria-hidden className={styles.no} />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
