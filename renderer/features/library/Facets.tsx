// The left column: searches that are kept, then form, parties, authority, language, labels, years and section, each with how many of
// what is found have it.
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseFilter, LibraryFacets } from '../../../shared/contract/library.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import { filtersInUse, tidied, toggledIn } from '../../../shared/searching/index.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { cx } from '../../ui/cx.ts'
import { TextField } from '../../ui/Field.tsx'
import { X } from '../../ui/icons.ts'
import { DelegationMark } from '../../ui/Marks.tsx'
import type { MarkOf } from '../../ui/parties.ts'
import { Select } from '../../ui/Select.tsx'
import { partyKey } from './filters.ts'
import styles from './library.module.css'

export interface FacetsProps {
  /** All that can be chosen. */
  all: LibraryFacets
  /** The same, counted over what is found. */
  found: LibraryFacets
  /** What is found was counted up to a limit: there are at least so many. */
  atLeast: boolean
  declarations: readonly DeclarationSummary[]
  filter: ClauseFilter
  markOf: MarkOf
  saved: ReactNode
  onFilter: (filter: ClauseFilter) => void
}

/** Of a longer list so many are shown at first. */
const SHOWN = 10

const Group = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.facet}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

interface Choice {
  key: string
  label: ReactNode
  count: number
  isOn: boolean
  onToggle: () => void
}

const Choices = ({ choices, atLeast }: { choices: readonly Choice[]; atLeast: boolean }) => {
  const { t } = useTranslation('library')
  const format = useFormats()
  const [whole, setWhole] = useState(false)
  const shown = whole ? choices : choices.filter(({ isOn }, at) => at < SHOWN || isOn)
  return (
    <>
      {shown.map(({ key, label, count, isOn, onToggle }) => (
        <Checkbox key={key} isSelected={isOn} onChange={onToggle} className={cx(styles.option, count === 0 && !isOn && styles.absent)}>
          <span className={styles.optionLabel}>{label}</span>
          <span className={styles.count}>{atLeast && count > 0 ? t('facet.atLeast', { count: format.number(count) }) : format.number(count)}</span>
        </Checkbox>
      ))}
      {choices.length > SHOWN && (
        <Button size="small" variant="ghost" className={styles.showAll} onPress={() => setWhole(!whole)}>
          {whole ? t('facet.showFewer') : t('facet.showAll', { count: choices.length })}
        </Button>
      )}
    </>
  )
}

export const Facets = ({ all, found, atLeast, declarations, filter, markOf, saved, onFilter }: FacetsProps) => {
  const { t, i18n } = useTranslation('library')
  const format = useFormats()
  // A state is named as the texts in the reader's language name it, where there are any.
  const inMyLanguage = new Map(
    declarations
      .filter((each) => each.language === i18n.resolvedLanguage)
      .flatMap((each) => each.parties.map((party) => [partyKey(party), party.state] as const)),
  )
  const put = (changes: { [Key in keyof ClauseFilter]?: ClauseFilter[Key] | undefined }) => onFilter(tidied({ ...filter, ...changes } as ClauseFilter))
  const years = all.years.map(({ value }) => ({ id: String(value), label: String(value) }))
  const anyYear = { id: '', label: t('facet.anyYear') }
  const year = (text: string) => (text === '' ? undefined : Number(text))
  const listed = <K extends 'forms' | 'grades' | 'languages' | 'statuses' | 'tags' | 'topics'>(
    kind: K, label: (value: LibraryFacets[K][number]['value']) => string,
  ): Choice[] => {
    const counts = new Map<string, number>(found[kind].map(({ value, count }) => [value, count]))
    const chosen: readonly string[] = filter[kind] ?? []
    return all[kind].map(({ value }) => ({
      key: value, label: label(value), count: counts.get(value) ?? 0, isOn: chosen.includes(value), onToggle: () => onFilter(toggledIn(filter, kind, value as never)),
    }))
  }
  const partyCounts = new Map(found.parties.map((party) => [party.code || party.state, party.count]))
  const parties = all.parties.map((party): Choice => {
    const key = party.code || party.state
    return {
      key,
      label: (
        <>
          <DelegationMark {...markOf(party)} />
          {inMyLanguage.get(key) ?? party.state}
        </>
      ),
      count: partyCounts.get(key) ?? 0,
      isOn: filter.parties?.includes(key) ?? false,
      onToggle: () => onFilter(toggledIn(filter, 'parties', key)),
    }
  })
  const noted: Choice[] = [
    { key: 'favourites', label: t('facet.favourites'), count: found.favourites, isOn: filter.favourites === true, onToggle: () => put({ favourites: !filter.favourites }) },
    {
      key: 'barred', label: t('facet.barred'), count: found.barred, isOn: filter.reuse === 'barred',
      onToggle: () => put({ reuse: filter.reuse === 'barred' ? undefined : 'barred' }),
    },
  ]
  const groups: [title: string, choices: Choice[]][] = [
    [t('facet.form'), listed('forms', (value) => t(`common:form.${value}`))],
    [t('facet.parties'), parties],
    [t('facet.grade'), listed('grades', (value) => t(`common:grade.${value}`))],
    [t('facet.language'), listed('languages', format.language)],
    [t('facet.topics'), listed('topics', (value) => value)],
    [t('facet.tags'), listed('tags', (value) => value)],
    [t('facet.noted'), noted],
    [t('facet.status'), all.statuses.length > 1 || filter.statuses ? listed('statuses', (value) => t(`common:status.${value}`)) : []],
  ]
  return (
    <>
      <Group title={t('facet.saved')}>
        <div className={styles.savedSearches}>{saved}</div>
      </Group>
      {filter.declarations && (
        <Group title={t('facet.declarations')}>
          <ul>
            {filter.declarations.map((id) => (
              <li key={id} className={styles.chosen}>
                <span>{declarations.find((each) => each.id === id)?.title ?? id}</span>
                <IconButton size="small" label={t('facet.drop')} onPress={() => onFilter(toggledIn(filter, 'declarations', id))}>
                  <X size={12} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </Group>
      )}
      {groups.map(([title, choices]) => choices.length > 0 && (
        <Group key={title} title={title}>
          <Choices choices={choices} atLeast={atLeast} />
        </Group>
      ))}
      <Group title={t('facet.year')}>
        <div className={styles.years}>
          <Select
            label={t('facet.yearFrom')}
            prefix={t('facet.from')}
            value={String(filter.years?.from ?? '')}
            options={[anyYear, ...years]}
            onChange={(from) => put({ years: { ...filter.years, from: year(from) } as NonNullable<ClauseFilter['years']> })}
          />
          <Select
            label={t('facet.yearTo')}
            prefix={t('facet.to')}
            value={String(filter.years?.to ?? '')}
            options={[anyYear, ...years]}
            onChange={(to) => put({ years: { ...filter.years, to: year(to) } as NonNullable<ClauseFilter['years']> })}
          />
        </div>
      </Group>
      <Group title={t('facet.section')}>
        <SectionField value={filter.section ?? ''} onChange={(section) => put({ section })} />
      </Group>
      {filtersInUse(filter) > 0 && (
        <Button size="small" className={styles.clearFacets} onPress={() => onFilter({})}>
          <X size={12} aria-hidden />
          {t('facet.clear')}
        </Button>
      )}
    </>
  )
}

/** Keeps the space that is typed between two words, which the filter does not. */
function SectionField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('library')
  const [typed, setTyped] = useState(value)
  const shown = typed.trim() === value ? typed : value
  return (
    <TextField
      label={t('facet.sectionWords')}
      labelled={false}
      placeholder={t('facet.sectionWords')}
      value={shown}
      maxLength={300}
      onChange={(section) => {
        setTyped(section)
        onChange(section)
      }}
      className={styles.sectionField}
    />
  )
}
