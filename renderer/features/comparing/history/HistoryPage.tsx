// The history of a draft: its versions on a timeline, any two of them to be compared, and one paragraph through all of them.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { MOST_TEXTS, type TextRef } from '../../../../shared/contract/comparing.ts'
import { draftIdSchema, type DraftId } from '../../../../shared/model/ids.ts'
import { comparedText } from '../../../../shared/redline/index.ts'
import { useClient } from '../../../api/context.tsx'
import { links } from '../../../api/links.ts'
import { useRead } from '../../../api/queries.ts'
import { compareAddress, nameOfRef } from '../../../api/textRefs.ts'
import { useErrorText } from '../../../i18n/errors.ts'
import { useFormats } from '../../../i18n/format.ts'
import { Grow, Screen, ScreenTitle, ToolBar } from '../../../ui/Bars.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useArrowWalk } from '../../../ui/useArrowWalk.ts'
import bars from '../bars.module.css'
import { placeOf } from '../place.ts'
import styles from './history.module.css'
import { Wordings, type ChainText } from './Wordings.tsx'

export interface HistoryPageProps {
  /** As they stand in the address. */
  id: string
  paragraph?: string | undefined
}

export function HistoryPage({ id, paragraph }: HistoryPageProps) {
  const { t } = useTranslation('history')
  const [, go] = useLocation()
  const known = draftIdSchema.safeParse(id)
  if (known.success) return <History draft={known.data} paragraph={/^\d+$/u.test(paragraph ?? '') ? Number(paragraph) : null} />
  return <EmptyState title={t('missing')} actions={<Button onPress={() => go(links.drafts)}>{t('toDrafts')}</Button>} />
}

function History({ draft: id, paragraph }: { draft: DraftId; paragraph: number | null }) {
  const { t } = useTranslation('history')
  const [, go] = useLocation()
  const { moment } = useFormats()
  const errorText = useErrorText()
  const client = useClient()
  const { data: draft, error, refetch } = useQuery({
    queryKey: ['draft.open', { id }],
    queryFn: () => client.call('draft.open', { id }),
    refetchOnMount: 'always',
  })
  useEffect(() => client.on('draft.changed', (changed) => void (changed.id === id && refetch())), [client, id, refetch])
  const versions = useRead('version.list', { draft: id }).data
  const chain = useMemo<ChainText[]>(() => {
    const stored = (versions ?? []).slice(0, MOST_TEXTS - 1).toReversed()
    return [
      ...stored.map(({ id: version, name, created }): ChainText => ({ ref: { kind: 'version', id: version }, name, when: created })),
      { ref: { kind: 'draft', id }, name: t('now'), when: draft?.saved ?? null },
    ]
  }, [versions, id, draft, t])
  const paragraphs = useMemo(() => (draft ? comparedText(draft.statement, '').paragraphs : []), [draft])
  const [picked, setPicked] = useState<readonly TextRef[]>([])
  const list = useRef<HTMLElement>(null)
  const timeline = useRef<HTMLElement>(null)
  useArrowWalk(list)
  useArrowWalk(timeline)

  if (error) {
    return <EmptyState title={errorText(error)} actions={<Button onPress={() => go(links.drafts)}>{t('toDrafts')}</Button>} />
  }
  const isPicked = (ref: TextRef) => picked.some((one) => nameOfRef(one) === nameOfRef(ref))
  const pick = (ref: TextRef) =>
    setPicked((now) => (isPicked(ref) ? now.filter((one) => nameOfRef(one) !== nameOfRef(ref)) : [...now, ref].slice(-2)))
  const two = chain.filter(({ ref }) => isPicked(ref))
  return (
    <Screen label={t('title')} isBusy={!draft || !versions}>
      <ToolBar>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <span className={bars.name}>{draft?.title.replaceAll('\n', ' ')}</span>
        <Grow />
        <Button isDisabled={two.length < 2} onPress={() => go(compareAddress(two[0]!.ref, two[1]!.ref))}>
          {t(two.length < 2 ? 'two' : 'compare')}
        </Button>
        <Button onPress={() => go(links.draft(id))}>{t('toDraft')}</Button>
      </ToolBar>
      <div className={styles.page}>
        <nav ref={timeline} className={styles.column} aria-label={t('timeline')}>
          <h2>{t('timeline')}</h2>
          <ol className={styles.timeline}>
            {chain.map(({ ref, name, when }) => (
              <li key={nameOfRef(ref)}>
                <button type="button" data-walk className={styles.version} aria-pressed={isPicked(ref)} onClick={() => pick(ref)}>
                  <span className={styles.words}>{name}</span>
                  <span className={styles.quiet}>{when ? moment(when) : ''}</span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <nav ref={list} className={styles.column} aria-label={t('paragraphs')}>
          <h2>{t('paragraphs')}</h2>
          <ol>
            {paragraphs.map(({ text, kind }, index) => (
              <li key={index}>
                <button
                  type="button"
                  data-walk
                  className={styles.paragraph}
                  data-kind={kind}
                  {...(index === paragraph && { 'aria-current': true })}
                  onClick={() => go(links.history(id, index), { replace: paragraph !== null })}
                >
                  <span className={styles.number}>{placeOf({ paragraphs }, index)}</span>
                  <span className={styles.words} lang={draft?.language}>
                    {text}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <section className={styles.wordings} aria-label={t('wordings')}>
          {versions?.length === 0 ? (
            <EmptyState
              title={t('none')}
              note={t('noneNote')}
              actions={<Button onPress={() => go(links.draft(id))}>{t('toDraft')}</Button>}
            />
          ) : paragraph === null || !paragraphs[paragraph] ? (
            <EmptyState title={t('pick')} note={t('pickNote')} />
          ) : (
            draft && versions && <Wordings chain={chain} paragraph={paragraph} rev={draft.rev} language={draft.language} />
          )}
        </section>
      </div>
    </Screen>
  )
}
