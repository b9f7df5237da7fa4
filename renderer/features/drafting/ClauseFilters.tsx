// Filters of the clause search: what is set stands as chips that can be taken off, the rest waits behind one button, and the searches
// that are kept behind another.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseFilter, LibraryFacets } from '../../../shared/contract/library.ts'
import { tidied, toggledIn } from '../../../shared/searching/index.ts'
import { useLibrary } from '../../api/queries.ts'
import { useFormats } from '../../i18n/format.ts'
import { Checkbox } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Finder } from '../../ui/Finder.tsx'
import { ChevronDown, ChevronUp, X } from '../../ui/icons.ts'
import { SavedSearches, type SavedSearchesProps } from '../../ui/SavedSearches.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './clauses.module.css'

export interface ClauseFiltersProps {
  filter: ClauseFilter
  /** What the clauses found are; null until they are there. */
  found: LibraryFacets | null
  /** There are at least so many. */
  atLeast: boolean
  searches: SavedSearchesProps
  onChange: (filter: ClauseFilter) => void
  /** Codes or names of the draft's parties. */
  present: readonly string[]
}

const ANY = 'any'

/** The search takes no more. */
const MOST_PARTIES = 50

interface Chip {
  key: string
  says: string
  drop: () => void
}

export function ClauseFilters({ filter, found, atLeast, searches, onChange, present }: ClauseFiltersProps) {
  const { t } = useTranslation('drafting')
  const formats = useFormats()
  const [open, setOpen] = useState<'filters' | 'saved' | null>(null)
  const library = useLibrary().data
  const declarations = library?.declarations ?? []
  const facets = library?.facets
  const put = (change: { [Key in keyof ClauseFilter]?: ClauseFilter[Key] | undefined }) => onChange(tidied({ ...filter, ...change } as ClauseFilter))
  const stateOf = (code: string) => facets?.parties.find((one) => (one.code || one.state) === code)?.state ?? code
  const chipsOf = <K extends 'declarations' | 'parties' | 'languages' | 'grades' | 'forms' | 'statuses' | 'tags' | 'topics'>(
    kind: K, says: (value: NonNullable<ClauseFilter[K]>[number]) => string,
  ): Chip[] => (filter[kind] ?? []).map((value) => ({ key: `${kind} ${value}`, says: says(value as never), drop: () => onChange(toggledIn(filter, kind, value as never)) }))
  const chip = (key: string, says: string | undefined, drop: () => void): Chip[] => (says === undefined ? [] : [{ key, says, drop }])
  const { from, to } = filter.years ?? {}
  const chips: Chip[] = [
    ...chipsOf('declarations', (id) => declarations.find((one) => one.id === id)?.title.replaceAll('\n', ' ') ?? id),
    ...chipsOf('parties', stateOf),
    ...chip('from', from === undefined ? undefined : t('filter.from', { year: String(from) }), () => put({ years: { ...(to !== undefined && { to }) } })),
    ...chip('to', to === undefined ? undefined : t('filter.to', { year: String(to) }), () => put({ years: { ...(from !== undefined && { from }) } })),
    ...chipsOf('languages', formats.language),
    ...chipsOf('grades', (grade) => t(`common:gradeShort.${grade}`)),
    ...chipsOf('forms', (form) => t(`common:formShort.${form}`)),
    ...chipsOf('statuses', (status) => t(`common:status.${status}`)),
    ...chipsOf('topics', (topic) => topic),
    ...chipsOf('tags', (tag) => tag),
    ...chip('favourites', filter.favourites ? t('filter.favourites') : undefined, () => put({ favourites: undefined })),
    ...chip('reuse', filter.reuse && t(filter.reuse === 'allowed' ? 'filter.reusable' : 'filter.barred'), () => put({ reuse: undefined })),
    ...chip('section', filter.section && t('filter.sectionIs', { words: filter.section }), () => put({ section: undefined })),
  ]
  const years = (facets?.years ?? []).map(({ value }) => value).sort((a, b) => a - b)
  const yearOptions = [{ id: ANY, label: t('filter.any') }, ...years.map((year) => ({ id: String(year), label: String(year) }))]
  const counted = (name: string, count: number | undefined) =>
    found ? t(atLeast && count ? 'filter.countedAtLeast' : 'filter.counted', { name, count: formats.number(count ?? 0) }) : name
  /** One choice of each: several come from a search that was kept. */
  const choice = <K extends 'languages' | 'grades' | 'forms' | 'statuses' | 'tags' | 'topics'>(kind: K, label: string, nameOf: (value: LibraryFacets[K][number]['value']) => string) => {
    const counts = new Map<string, number>(found?.[kind].map(({ value, count }) => [value, count]))
    const values = facets?.[kind] ?? []
    if (values.length === 0) return null
    return (
      <Select
        labelled
        label={label}
        value={filter[kind]?.length === 1 ? filter[kind][0]! : ANY}
        onChange={(value) => put({ [kind]: value === ANY ? undefined : [value] })}
        options={[{ id: ANY, label: t('filter.any') }, ...values.map(({ value }) => ({ id: value, label: counted(nameOf(value), counts.get(value)) }))]}
      />
    )
  }
  const partyCounts = new Map(found?.parties.map(({ code, state, count }) => [code || state, count]))
  const toggle = (what: 'filters' | 'saved', label: string) => (
    <button type="button" className={styles.openFilters} aria-expanded={open === what} onClick={() => setOpen(open === what ? null : what)}>
      {label}
      {open === what ? <ChevronUp size={12} aria-hidden /> : <ChevronDown size={12} aria-hidden />}
    </button>
  )
  return (
    <>
      <div className={styles.chips}>
        {chips.map(({ key, says, drop }) => (
          <button key={key} type="button" className={styles.chip} aria-label={t('filter.drop', { name: says })} onClick={drop}>
            <span>{says}</span>
            <X size={12} aria-hidden />
          </button>
        ))}
        {toggle('filters', t('filter.title'))}
        {toggle('saved', t('filter.saved'))}
      </div>
      {open === 'saved' && (
        <div className={styles.saved}>
          <SavedSearches {...searches} />
        </div>
      )}
      {open === 'filters' && (
        <div className={styles.filters}>
          <Finder
            label={t('filter.declaration')}
            placeholder={t('filter.findDeclaration')}
            onChoose={(id) => onChange(toggledIn({ ...filter, declarations: filter.declarations?.filter((one) => one !== id) ?? [] }, 'declarations', id))}
            className={styles.whole}
            options={declarations.map((one) => ({
              id: one.id,
              label: one.title.replaceAll('\n', ' '),
              note: [one.place, formats.date(one.date)].filter(Boolean).join(', '),
            }))}
          />
          <Select
            labelled
            label={t('filter.party')}
            value={filter.parties?.length === 1 ? filter.parties[0]! : ANY}
            onChange={(code) => put({ parties: code === ANY ? undefined : [code] })}
            options={[
              { id: ANY, label: t('filter.any') },
              ...(facets?.parties ?? []).map(({ code, state }) => ({ id: code || state, label: counted(state, partyCounts.get(code || state)) })),
            ]}
          />
          {choice('languages', t('filter.language'), formats.language)}
          <Select
            labelled
            label={t('filter.yearFrom')}
            value={from === undefined ? ANY : String(from)}
            onChange={(year) => put({ years: { ...(to !== undefined && { to }), ...(year !== ANY && { from: Number(year) }) } })}
            options={yearOptions}
          />
          <Select
            labelled
            label={t('filter.yearTo')}
            value={to === undefined ? ANY : String(to)}
            onChange={(year) => put({ years: { ...(from !== undefined && { from }), ...(year !== ANY && { to: Number(year) }) } })}
            options={yearOptions}
          />
          {choice('forms', t('filter.form'), (form) => t(`common:form.${form}`))}
          {choice('grades', t('filter.grade'), (grade) => t(`common:grade.${grade}`))}
          {choice('topics', t('filter.topic'), (topic) => topic)}
          {choice('tags', t('filter.tag'), (tag) => tag)}
          <TextField label={t('filter.section')} value={filter.section ?? ''} maxLength={300} onChange={(section) => put({ section })} className={styles.whole} />
          <Checkbox
            className={styles.whole}
            isSelected={present.length > 0 && present.every((party) => filter.parties?.includes(party))}
            isDisabled={present.length === 0 || present.length > MOST_PARTIES}
            onChange={(on) => put({ parties: on ? [...present] : undefined })}
          >
            {t('map.ofAll')}
          </Checkbox>
          <Checkbox isSelected={filter.favourites ?? false} onChange={(favourites) => put({ favourites })}>
            {t('filter.favourites')}
          </Checkbox>
          <Checkbox isSelected={filter.reuse === 'allowed'} onChange={(on) => put({ reuse: on ? 'allowed' : undefined })}>
            {t('filter.reusable')}
          </Checkbox>
        </div>
      )}
    </>
  )
}
