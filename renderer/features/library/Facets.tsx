// The left column: forms, parties, grades, languages, years and section, each with how many texts it would leave.
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryFacets } from '../../../shared/contract/library.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/Field.tsx'
import { X } from '../../ui/icons.ts'
import { DelegationMark } from '../../ui/Marks.tsx'
import type { MarkOf } from '../../ui/parties.ts'
import { Select } from '../../ui/Select.tsx'
import { filtersInUse, NO_FILTER, partyKey, toggled, type LibraryFilter } from './filters.ts'
import styles from './library.module.css'

export interface FacetsProps {
  facets: LibraryFacets
  declarations: readonly DeclarationSummary[]
  filter: LibraryFilter
  markOf: MarkOf
  onFilter: (filter: LibraryFilter) => void
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.facet}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

const Option = ({
  isOn,
  count,
  onToggle,
  children,
}: {
  isOn: boolean
  count: number
  onToggle: () => void
  children: ReactNode
}) => (
  <Checkbox isSelected={isOn} onChange={onToggle} className={styles.option}>
    <span className={styles.optionLabel}>{children}</span>
    <span className={styles.count}>{count}</span>
  </Checkbox>
)

export const Facets = ({ facets, declarations, filter, markOf, onFilter }: FacetsProps) => {
  const { t, i18n } = useTranslation('library')
  const format = useFormats()
  // A state is named as the texts in the reader's language name it, where there are any.
  const inMyLanguage = new Map(
    declarations
      .filter((each) => each.language === i18n.resolvedLanguage)
      .flatMap((each) => each.parties.map((party) => [partyKey(party), party.state] as const)),
  )
  const put = (changes: Partial<LibraryFilter>) => onFilter({ ...filter, ...changes })
  const years = [...facets.years]
    .sort((a, b) => b.value - a.value)
    .map(({ value }) => ({ id: String(value), label: String(value) }))
  const anyYear = { id: '', label: t('facet.anyYear') }
  const year = (text: string) => (text === '' ? null : Number(text))
  return (
    <>
      {filter.declarations.length > 0 && (
        <Group title={t('facet.declarations')}>
          <ul>
            {filter.declarations.map((id) => (
              <li key={id} className={styles.chosen}>
                <span>{declarations.find((each) => each.id === id)?.title ?? id}</span>
                <IconButton
                  size="small"
                  label={t('facet.drop')}
                  onPress={() => put({ declarations: toggled(filter.declarations, id) })}
                >
                  <X size={12} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </Group>
      )}
      <Group title={t('facet.form')}>
        {facets.forms.map(({ value, count }) => (
          <Option
            key={value}
            isOn={filter.forms.includes(value)}
            count={count}
            onToggle={() => put({ forms: toggled(filter.forms, value) })}
          >
            {t(`common:form.${value}`)}
          </Option>
        ))}
      </Group>
      <Group title={t('facet.parties')}>
        {facets.parties.map((party) => {
          const key = party.code || party.state
          return (
            <Option
              key={key}
              isOn={filter.parties.includes(key)}
              count={party.count}
              onToggle={() => put({ parties: toggled(filter.parties, key) })}
            >
              <DelegationMark {...markOf(party)} />
              {inMyLanguage.get(key) ?? party.state}
            </Option>
          )
        })}
      </Group>
      <Group title={t('facet.grade')}>
        {facets.grades.map(({ value, count }) => (
          <Option
            key={value}
            isOn={filter.grades.includes(value)}
            count={count}
            onToggle={() => put({ grades: toggled(filter.grades, value) })}
          >
            {t(`common:grade.${value}`)}
          </Option>
        ))}
      </Group>
      <Group title={t('facet.language')}>
        {facets.languages.map(({ value, count }) => (
          <Option
            key={value}
            isOn={filter.languages.includes(value)}
            count={count}
            onToggle={() => put({ languages: toggled(filter.languages, value) })}
          >
            {format.language(value)}
          </Option>
        ))}
      </Group>
      <Group title={t('facet.year')}>
        <div className={styles.years}>
          <Select
            label={t('facet.yearFrom')}
            prefix={t('facet.from')}
            value={String(filter.years.from ?? '')}
            options={[anyYear, ...years]}
            onChange={(from) => put({ years: { ...filter.years, from: year(from) } })}
          />
          <Select
            label={t('facet.yearTo')}
            prefix={t('facet.to')}
            value={String(filter.years.to ?? '')}
            options={[anyYear, ...years]}
            onChange={(to) => put({ years: { ...filter.years, to: year(to) } })}
          />
        </div>
      </Group>
      <Group title={t('facet.section')}>
        <TextField
          label={t('facet.sectionWords')}
          labelled={false}
          placeholder={t('facet.sectionWords')}
          value={filter.section}
          maxLength={300}
          onChange={(section) => put({ section })}
          className={styles.sectionField}
        />
      </Group>
      {filtersInUse(filter) > 0 && (
        <Button size="small" className={styles.clearFacets} onPress={() => onFilter(NO_FILTER)}>
          <X size={12} aria-hidden />
          {t('facet.clear')}
        </Button>
      )}
    </>
  )
}
