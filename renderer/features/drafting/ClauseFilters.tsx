// Filters of the clause search: what is set stands as chips that can be taken off, the rest waits behind one button.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { Grade } from '../../../shared/model/words.ts'
import { useLibrary } from '../../api/queries.ts'
import { useFormats } from '../../i18n/format.ts'
import { TextField } from '../../ui/Field.tsx'
import { ChevronDown, ChevronUp, X } from '../../ui/icons.ts'
import { Select } from '../../ui/Select.tsx'
import type { DockFilter } from './clauseFilter.ts'
import styles from './clauses.module.css'

const ANY = 'any'

export function ClauseFilters({ filter, onChange }: { filter: DockFilter; onChange: (filter: DockFilter) => void }) {
  const { t } = useTranslation('drafting')
  const formats = useFormats()
  const [open, setOpen] = useState(false)
  const library = useLibrary().data
  const declarations = library?.declarations ?? []
  const facets = library?.facets
  const put = (change: { [Key in keyof DockFilter]: DockFilter[Key] | undefined }) => {
    const next = Object.fromEntries(
      Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== ''),
    )
    onChange(next as DockFilter)
  }
  const name: { [Key in keyof Required<DockFilter>]: (value: NonNullable<DockFilter[Key]>) => string } = {
    declaration: (id) => declarations.find((one) => one.id === id)?.title.replaceAll('\n', ' ') ?? id,
    party: (code) => facets?.parties.find((one) => (one.code || one.state) === code)?.state ?? code,
    from: (year) => t('filter.from', { year }),
    to: (year) => t('filter.to', { year }),
    language: formats.language,
    grade: (grade) => t(`common:gradeShort.${grade}`),
    section: (words) => t('filter.sectionIs', { words }),
  }
  const years = (facets?.years ?? []).map(({ value }) => value).sort((a, b) => a - b)
  const yearOptions = [{ id: ANY, label: t('filter.any') }, ...years.map((year) => ({ id: String(year), label: String(year) }))]
  const chosen = (value: string) => (value === ANY ? undefined : value)
  const year = (value: string) => (value === ANY ? undefined : Number(value))
  return (
    <>
      <div className={styles.chips}>
        {(Object.keys(filter) as (keyof DockFilter)[]).map((key) => {
          const says = (name[key] as (value: unknown) => string)(filter[key])
          return (
            <button
              key={key}
              type="button"
              className={styles.chip}
              aria-label={t('filter.drop', { name: says })}
              onClick={() => put({ [key]: undefined })}
            >
              <span>{says}</span>
              <X size={12} aria-hidden />
            </button>
          )
        })}
        <button type="button" className={styles.openFilters} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('filter.title')}
          {open ? <ChevronUp size={12} aria-hidden /> : <ChevronDown size={12} aria-hidden />}
        </button>
      </div>
      {open && (
        <div className={styles.filters}>
          <Select
            labelled
            label={t('filter.declaration')}
            value={filter.declaration ?? ANY}
            onChange={(id) => put({ declaration: chosen(id) as DeclarationId | undefined })}
            className={styles.whole}
            options={[
              { id: ANY, label: t('filter.any') },
              ...declarations.map((one) => ({
                id: one.id,
                label: one.title.replaceAll('\n', ' '),
                note: [one.place, formats.date(one.date)].filter(Boolean).join(', '),
              })),
            ]}
          />
          <Select
            labelled
            label={t('filter.party')}
            value={filter.party ?? ANY}
            onChange={(code) => put({ party: chosen(code) })}
            options={[
              { id: ANY, label: t('filter.any') },
              ...(facets?.parties ?? []).map(({ code, state }) => ({ id: code || state, label: state })),
            ]}
          />
          <Select
            labelled
            label={t('filter.language')}
            value={filter.language ?? ANY}
            onChange={(language) => put({ language: chosen(language) })}
            options={[
              { id: ANY, label: t('filter.any') },
              ...(facets?.languages ?? []).map(({ value }) => ({ id: value, label: formats.language(value) })),
            ]}
          />
          <Select
            labelled
            label={t('filter.yearFrom')}
            value={filter.from ? String(filter.from) : ANY}
            onChange={(from) => put({ from: year(from) })}
            options={yearOptions}
          />
          <Select
            labelled
            label={t('filter.yearTo')}
            value={filter.to ? String(filter.to) : ANY}
            onChange={(to) => put({ to: year(to) })}
            options={yearOptions}
          />
          <Select
            labelled
            label={t('filter.grade')}
            value={filter.grade ?? ANY}
            onChange={(grade) => put({ grade: chosen(grade) as Grade | undefined })}
            options={[
              { id: ANY, label: t('filter.any') },
              ...(facets?.grades ?? []).map(({ value }) => ({ id: value, label: t(`common:grade.${value}`) })),
            ]}
          />
          <TextField label={t('filter.section')} value={filter.section ?? ''} onChange={(section) => put({ section })} />
        </div>
      )}
    </>
  )
}
