// Chooses the clause whose family joins this one: found by its words, as anywhere in the library.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseHit } from '../../../shared/contract/library.ts'
import { useRead } from '../../api/queries.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SearchField } from '../../ui/Field.tsx'
import { Marked } from '../../ui/Marked.tsx'
import styles from './lineage.module.css'

export interface JoinDialogProps {
  language: string
  /** Clauses of the family: nothing to join. */
  known: ReadonlySet<string>
  onJoin: (hit: ClauseHit) => void
  onClose: () => void
}

export function JoinDialog({ language, known, onJoin, onClose }: JoinDialogProps) {
  const { t } = useTranslation('lineage')
  const { date } = useFormats()
  const [query, setQuery] = useState('')
  const words = query.trim()
  const found = useRead('clause.search', { query: words, filter: { languages: [language] }, limit: 30, offset: 0 }, { enabled: words.length > 2, keepPrevious: true })
  const hits = words.length > 2 ? (found.data?.hits ?? []).filter(({ clauseId, kind }) => kind === 'clause' && !known.has(clauseId)) : []
  return (
    <Dialog title={t('join.title')} isOpen isForm onClose={onClose} closeLabel={t('common:close')}>
      <p className={styles.lead}>{t('join.lead')}</p>
      <SearchField label={t('join.search')} placeholder={t('join.search')} clearLabel={t('common:clear')} value={query} onChange={setQuery} />
      {words.length > 2 && found.data && hits.length === 0 && <p className={styles.lead}>{t('join.none')}</p>}
      <ul className={styles.found}>
        {hits.map((hit) => (
          <li key={hit.clauseId}>
            <p lang={hit.language}>
              <Marked text={hit.text} marks={hit.marks} />
            </p>
            <span>{[hit.citation, date(hit.date), hit.number && t('clauseNumber', { number: hit.number })].filter(Boolean).join(', ')}</span>
            <Button size="small" onPress={() => onJoin(hit)}>
              {t('join.this')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
