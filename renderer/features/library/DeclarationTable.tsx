// The table of declarations.
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import { useFormats } from '../../i18n/format.ts'
import { useNotedWords } from '../../i18n/noted.ts'
import { useMedia } from '../../ui/useMedia.ts'
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Ban, Star, TriangleAlert } from '../../ui/icons.ts'
import { DelegationMark, GradeMark } from '../../ui/Marks.tsx'
import { Sign } from '../../ui/Noted.tsx'
import type { MarkOf } from '../../ui/parties.ts'
import { partyKey, type Sort, type SortColumn } from './filters.ts'
import styles from './library.module.css'
import type { LanguageVersionsState } from './useLanguageVersions.ts'

type ColumnId = SortColumn | 'parties'

export interface DeclarationTableProps {
  rows: readonly DeclarationSummary[]
  sort: Sort
  onSort: (sort: Sort) => void
  selected: ReadonlySet<string>
  onSelect: (ids: Set<DeclarationId>) => void
  onOpen: (id: DeclarationId) => void
  markOf: MarkOf
  versions: LanguageVersionsState
}

const PARTIES_SHOWN = 5
const LABELS_SHOWN = 2

/** What is noted about it, in a line; all of it in the tooltips. */
const Flags = ({ row: { curation, status } }: { row: DeclarationSummary }) => {
  const words = useNotedWords()(curation, curation.barred, status)
  const labels = words.labels ?? []
  return (
    <>
      {words.favourite && <Sign icon={Star} name={words.favourite} tone="accent" />}
      {words.barred && <Sign icon={Ban} name={words.barred} tone="bad" />}
      {words.status && <Sign icon={TriangleAlert} name={words.status} tone="warn" />}
      {labels.length > 0 && (
        <span className={styles.labels} title={labels.join(', ')}>
          {[...labels.slice(0, LABELS_SHOWN), ...(labels.length > LABELS_SHOWN ? [`+${labels.length - LABELS_SHOWN}`] : [])].join(' · ')}
        </span>
      )}
    </>
  )
}

const codeOf = (language: string) => language.slice(0, 2).toUpperCase()

/** "+ EN": the languages that the document is in besides. */
const OtherLanguages = ({ row, versions }: { row: DeclarationSummary; versions: LanguageVersionsState }) => {
  const { t } = useTranslation('library')
  const format = useFormats()
  const others = [...new Set(versions.of(row.id).map(({ language }) => language))]
  if (others.length === 0) return null
  return (
    <span className={styles.more} title={t('languages.alsoIn', { languages: others.map(format.language).join(', ') })}>
      {` + ${others.map(codeOf).join(', ')}`}
    </span>
  )
}

export const DeclarationTable = ({ rows, sort, onSort, selected, onSelect, onOpen, markOf, versions }: DeclarationTableProps) => {
  const { t, i18n } = useTranslation('library')
  const format = useFormats()
  const narrow = useMedia('(max-width: 1320px)')
  const columns: TableColumn<ColumnId>[] = [
    { id: 'title', label: t('column.title'), isRowHeader: true, isSortable: true },
    ...(narrow ? [] : [{ id: 'form' as const, label: t('column.form'), width: 112, isSortable: true }]),
    { id: 'date', label: t('column.date'), width: 108, isSortable: true },
    { id: 'parties', label: t('column.parties'), width: narrow ? 150 : 206 },
    { id: 'grade', label: t('column.grade'), width: 128, isSortable: true },
    { id: 'language', label: t('column.language'), width: 72, isSortable: true },
    { id: 'clauses', label: t('column.clauses'), width: 84, isSortable: true, isNumber: true },
  ]
  const shown = narrow ? 3 : PARTIES_SHOWN
  const cell = (row: DeclarationSummary, column: ColumnId) => {
    switch (column) {
      case 'title':
        return (
          <span className={styles.titleCell} title={row.title}>
            {/* A button of its own: it opens the text also while other rows are ticked. */}
            <Button className={styles.open!} onPress={() => onOpen(row.id)}>
              {row.title.replaceAll('\n', ' ')}
            </Button>
            {row.sample && <i className={styles.sample}>{t('sample')}</i>}
            <Flags row={row} />
          </span>
        )
      case 'form':
        return t(`common:formShort.${row.form}`)
      case 'date':
        return <span className={styles.number}>{format.date(row.date)}</span>
      case 'parties':
        return (
          <span className={styles.parties} title={row.parties.map((party) => party.state).join(', ')}>
            {row.parties.slice(0, shown).map((party) => (
              <DelegationMark key={partyKey(party)} {...markOf(party)} />
            ))}
            {row.parties.length > shown && <span className={styles.more}>{`+${row.parties.length - shown}`}</span>}
          </span>
        )
      case 'grade':
        return <GradeMark grade={row.grade} label={t(`common:gradeShort.${row.grade}`)} />
      case 'language':
        return (
          <>
            {codeOf(row.language)}
            <OtherLanguages row={row} versions={versions} />
          </>
        )
      case 'clauses':
        return format.number(row.clauses)
      default:
        return null
    }
  }
  return (
    <DataTable
      label={t('table')}
      columns={columns}
      rows={rows}
      cell={cell}
      drawnFrom={[narrow, markOf, versions.groups, i18n.resolvedLanguage]}
      nameOf={(row) => row.title}
      onOpen={(id) => onOpen(id as DeclarationId)}
      selected={selected}
      onSelect={(ids) => onSelect(ids as Set<DeclarationId>)}
      sort={sort}
      onSort={({ column, descending }) => {
        if (column !== 'parties') onSort({ column, descending })
      }}
      empty={<EmptyState title={t('none.title')} note={t('none.note')} />}
    />
  )
}
