// The table of declarations.
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DeclarationSummary, Party } from '../../../shared/model/declaration.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import { useFormats } from '../../i18n/format.ts'
import { useNotedWords } from '../../i18n/noted.ts'
import { useMedia } from '../../ui/useMedia.ts'
import { Button as ActButton } from '../../ui/Button.tsx'
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
  /** null where no filter is set. */
  onClearFilters: (() => void) | null
}

/** Widths in px: of the column of parties and of its edge, with "+2" behind the last and without; of a mark without its letters, and of a letter. */
const PARTIES = { narrow: 150, wide: 206, edge: 12, more: 34, mark: 20, letter: 9 }
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

/** How many marks with these letters stand side by side in so many px. */
function fitting(codes: readonly string[], room: number): number {
  let taken = 0
  for (const [index, code] of codes.entries()) {
    taken += PARTIES.mark + code.length * PARTIES.letter
    if (taken > room) return index
  }
  return codes.length
}

/** As many marks as there is room for, and how many more there are. */
const Parties = ({ parties, markOf, width }: { parties: readonly Party[]; markOf: MarkOf; width: number }) => {
  const marks = parties.map(markOf)
  const codes = marks.map(({ code }) => code)
  const shown = fitting(codes, width - PARTIES.edge) === codes.length ? codes.length : Math.max(1, fitting(codes, width - PARTIES.more))
  return (
    <span className={styles.parties} title={parties.map((party) => party.state).join(', ')}>
      {marks.slice(0, shown).map((mark, index) => (
        <DelegationMark key={partyKey(parties[index]!)} {...mark} />
      ))}
      {marks.length > shown && <span className={styles.more}>{`+${marks.length - shown}`}</span>}
    </span>
  )
}

export const DeclarationTable = ({ rows, sort, onSort, selected, onSelect, onOpen, markOf, versions, onClearFilters }: DeclarationTableProps) => {
  const { t, i18n } = useTranslation('library')
  const format = useFormats()
  const narrow = useMedia('(max-width: 1320px)')
  const partiesWidth = narrow ? PARTIES.narrow : PARTIES.wide
  const columns: TableColumn<ColumnId>[] = [
    { id: 'title', label: t('column.title'), isRowHeader: true, isSortable: true },
    ...(narrow ? [] : [{ id: 'form' as const, label: t('column.form'), width: 112, isSortable: true }]),
    { id: 'date', label: t('column.date'), width: 108, isSortable: true },
    { id: 'parties', label: t('column.parties'), width: partiesWidth },
    { id: 'grade', label: t('column.grade'), width: 128, isSortable: true },
    { id: 'language', label: t('column.language'), width: 72, isSortable: true },
    { id: 'clauses', label: t('column.clauses'), width: 84, isSortable: true, isNumber: true },
  ]
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
        return <Parties parties={row.parties} markOf={markOf} width={partiesWidth} />
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
      empty={
        <EmptyState
          title={t('none.title')}
          note={t('none.note')}
          actions={onClearFilters && <ActButton onPress={onClearFilters}>{t('facet.clear')}</ActButton>}
        />
      }
    />
  )
}
