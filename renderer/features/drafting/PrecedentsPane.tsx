// The earlier wordings closest to the paragraph at the caret, or to the selected words: who agreed to each, how much of it is
// verbatim, which words are new. Follows the caret, a moment behind it.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseHit } from '../../../shared/contract/library.ts'
import type { Precedent } from '../../../shared/contract/precedents.ts'
import type { Party } from '../../../shared/model/declaration.ts'
import { useRead } from '../../api/queries.ts'
import type { SelectionInfo } from '../../editor/index.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { useNotedWords } from '../../i18n/noted.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { cx } from '../../ui/cx.ts'
import { Ban, ChevronDown, ChevronRight } from '../../ui/icons.ts'
import { Noted, Sign } from '../../ui/Noted.tsx'
import { clauseBlock } from './clauseBlock.ts'
import { DiffWords } from './DiffWords.tsx'
import styles from './precedents.module.css'
import { LineagePane } from './LineagePane.tsx'
import { Agreed } from './Provenance.tsx'

export interface PrecedentsPaneProps {
  /** The paragraph; its source is shown above and is not repeated. */
  info: SelectionInfo
  parties: readonly Party[]
  language: string
  /** Only what every party of the draft agreed to is shown. */
  ofAll: boolean
  onOfAll: (on: boolean) => void
  /** Codes or names of the draft's parties. */
  present: readonly string[]
  readOnly: boolean
  onReplace: (hit: ClauseHit) => void
  onAdopt: (hit: ClauseHit) => void
  onInsert: (hit: ClauseHit) => void
}

const SHOWN = 6
/** How long a caret rests, or a key is silent, before the library is asked, in ms. */
const REST = 250
/** Shorter texts are like any other. */
const LEAST = 12

/** Give it the paragraph's id as its key: the answer for one paragraph is never shown beside another. */
export function PrecedentsPane({ info, parties, language, ofAll, onOfAll, present, readOnly, onReplace, onAdopt, onInsert }: PrecedentsPaneProps) {
  const { t } = useTranslation('drafting')
  const errorText = useErrorText()
  const notedWords = useNotedWords()
  const [asker] = useState(() => crypto.randomUUID())
  const wanted = (info.selected.trim() || info.text.trim()).slice(0, 20_000)
  const text = useRested(wanted)
  const [opened, setOpened] = useState<string | null>(null)
  const enough = text !== null && text.length >= LEAST
  const found = useRead('clause.precedents', { text: text ?? '', language, limit: SHOWN + 1, asker, ...(ofAll && { parties: [...present] }) }, { enabled: enough, keepPrevious: true })
  if (wanted.length < LEAST) return null
  const precedents = (found.data ?? []).filter(({ hit }) => hit.clauseId !== info.source?.clauseId).slice(0, SHOWN)
  const ancestor = info.source?.clauseId ?? precedents[0]?.hit.clauseId
  const open = precedents.some(({ hit }) => hit.clauseId === opened) ? opened : opened === '' ? '' : precedents[0]?.hit.clauseId
  return (
    <section className={styles.pane} aria-label={t('precedents.title')} aria-busy={wanted !== text || found.isFetching}>
      <h3 className={styles.title}>
        {t(info.selected.trim() === '' ? 'precedents.title' : 'precedents.ofSelection')}
        {found.data && precedents.length > 0 && <span className={styles.count}>{precedents.length}</span>}
      </h3>
      {present.length > 0 && (
        <Checkbox isSelected={ofAll} onChange={onOfAll}>
          <span className={styles.quiet}>{t('map.ofAll')}</span>
        </Checkbox>
      )}
      {found.error && found.data === undefined && !found.isFetching && (
        <Banner
          tone="bad"
          actions={
            <Button size="small" onPress={() => void found.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {errorText(found.error)}
        </Banner>
      )}
      {found.data && precedents.length === 0 && (
        <p className={styles.none}>{t(info.source ? 'precedents.noOther' : 'precedents.none')}</p>
      )}
      <ol className={styles.list}>
        {precedents.map((precedent) => {
          const { hit } = precedent
          const isOpen = hit.clauseId === open
          return (
            <li key={hit.clauseId} className={styles.entry}>
              <Summary precedent={precedent} isOpen={isOpen} onToggle={() => setOpened(isOpen ? '' : hit.clauseId)} />
              {isOpen && (
                <div className={styles.body}>
                  <DiffWords ops={precedent.ops} language={language} />
                  <Fresh precedent={precedent} />
                  <Agreed source={clauseBlock(hit, '').source!} parties={parties} />
                  <Also precedent={precedent} />
                  <Noted {...notedWords(hit.curation, hit.barred, hit.status)} />
                  {!readOnly && (
                    <div className={styles.acts}>
                      {info.selected.trim() === '' && (
                        <>
                          <Button size="small" onPress={() => onReplace(hit)}>
                            {t('precedents.replace')}
                          </Button>
                          <Button size="small" onPress={() => onAdopt(hit)}>
                            {t('precedents.adopt')}
                          </Button>
                        </>
                      )}
                      <Button size="small" variant="ghost" onPress={() => onInsert(hit)}>
                        {t('precedents.insert')}
                      </Button>
                    </div>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {ancestor && (
        <LineagePane
          clause={ancestor}
          language={language}
          readOnly={readOnly}
          ofSelection={info.selected.trim() !== ''}
          onReplace={onReplace}
          onInsert={onInsert}
        />
      )}
    </section>
  )
}

/** The value once it has stayed the same for a while; null before the first one has. */
function useRested(value: string): string | null {
  const [rested, setRested] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}

function Summary({ precedent: { hit, share }, isOpen, onToggle }: { precedent: Precedent; isOpen: boolean; onToggle: () => void }) {
  const { t } = useTranslation('drafting')
  const { date } = useFormats()
  const cited = [hit.place ?? hit.citation, hit.date && date(hit.date), hit.number && t('clauseNumber', { number: hit.number })]
  return (
    <Button variant="ghost" className={styles.summary} aria-expanded={isOpen} onPress={onToggle}>
      {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
      <b>{t('earlier.percent', { percent: share })}</b>
      <span className={cx(styles.cited, hit.barred !== null && styles.barred)}>{cited.filter(Boolean).join(', ')}</span>
      {hit.barred !== null && <Sign icon={Ban} name={t('common:noted.barredFor', { reason: hit.barred })} tone="bad" />}
    </Button>
  )
}

const WORD = /[\p{L}\p{N}]/u

/** Words of the text that the earlier wording does not have. */
function Fresh({ precedent: { ops } }: { precedent: Precedent }) {
  const { t } = useTranslation('drafting')
  const fresh = ops.filter(({ op, text }) => op === 'insert' && WORD.test(text)).map(({ text }) => text.trim())
  if (fresh.length === 0) return null
  return (
    <p className={styles.fresh}>
      <span className={styles.quiet}>{t('earlier.new')}</span> <q>{fresh.join('; ')}</q>
    </p>
  )
}

/** Other declarations with the same wording. */
function Also({ precedent: { also } }: { precedent: Precedent }) {
  const { t } = useTranslation('drafting')
  if (also.length === 0) return null
  return <p className={styles.quiet}>{t('precedents.also', { list: also.map(({ citation }) => citation).join('; ') })}</p>
}
