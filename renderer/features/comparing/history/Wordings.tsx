// One paragraph's wording in every version, each with its differences from the one before.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TextRef } from '../../../../shared/contract/comparing.ts'
import { AppError } from '../../../../shared/contract/error.ts'
import type { Wording } from '../../../../shared/model/wording.ts'
import { useClient } from '../../../api/context.tsx'
import { useJobs } from '../../../api/jobs.tsx'
import { useErrorText } from '../../../i18n/errors.ts'
import { useFormats } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import sheet from '../compare.module.css'
import { percentSame } from '../layout.ts'
import { Ops } from '../several/words.tsx'
import styles from './history.module.css'

/** A text of the chain, under the name it has on the timeline. */
export interface ChainText {
  ref: TextRef
  name: string
  when: string | null
}

export interface WordingsProps {
  chain: readonly ChainText[]
  /** Of the last text. */
  paragraph: number
  /** Counts the draft's saves: another one is another text. */
  rev: number
  language: string
}

export function Wordings({ chain, paragraph, rev, language }: WordingsProps) {
  const { t } = useTranslation('history')
  const { moment } = useFormats()
  const errorText = useErrorText()
  const client = useClient()
  const jobs = useJobs()
  const texts = chain.map(({ ref }) => ref)
  const { data, error, refetch } = useQuery({
    queryKey: ['compare.wordings', texts, paragraph, rev],
    queryFn: ({ signal }) =>
      jobs.run(t('job'), (job) => {
        signal.addEventListener('abort', () => jobs.cancel(job), { once: true })
        return client.call('compare.wordings', { texts, start: texts.length - 1, paragraph, job })
      }),
    retry: false,
  })
  if (error) {
    const cancelled = error instanceof AppError && error.code === 'cancelled'
    return (
      <EmptyState
        title={cancelled ? t('cancelled') : errorText(error)}
        actions={<Button onPress={() => void refetch()}>{t('again')}</Button>}
      />
    )
  }
  if (!data) return <div aria-busy="true" />
  return (
    <ol>
      {data.map((wording, index) => (
        <li key={index} className={styles.wording} data-fate={fateOf(wording, index)}>
          <div className={styles.about}>
            <b>{chain[index]!.name}</b>
            <span className={styles.quiet}>{chain[index]!.when && moment(chain[index]!.when)}</span>
            <span className={styles.quiet}>
              {t(`fate.${fateOf(wording, index)}`)}
              {wording.rows.length === 1 &&
                fateOf(wording, index) === 'edited' &&
                `, ${t('comparing:percent', { percent: percentSame(wording.rows[0]!.ops) })}`}
            </span>
          </div>
          <Words wording={wording} language={language} />
        </li>
      ))}
    </ol>
  )
}

/** Parts of a split paragraph may fare differently: one that changed tells for all. */
function fateOf({ rows, paragraphs }: Wording, index: number) {
  const row = rows.find(({ kind, typographic }) => kind !== 'same' && !typographic) ?? rows.find((one) => one.typographic) ?? rows[0]
  if (!row) return paragraphs.length > 0 && index === 0 ? 'first' : 'absent'
  return row.typographic ? 'typographic' : row.kind
}

/** An unchanged wording is not told again. */
function Words({ wording: { rows, paragraphs }, language }: { wording: Wording; language: string }) {
  if (rows.length === 0) {
    return paragraphs.map(({ text }, index) => (
      <p key={index} className={sheet.cell} lang={language}>
        {text}
      </p>
    ))
  }
  if (rows.every(({ ops }) => ops.every(({ op }) => op === 'equal'))) return null
  return rows.map(({ ops }, index) => (
    <p key={index} className={sheet.cell} lang={language}>
      <Ops ops={ops} />
    </p>
  ))
}
