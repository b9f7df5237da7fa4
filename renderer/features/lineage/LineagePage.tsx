// The lineage of a clause: its line on the ladder of verbs above, every appearance in full below, and what an officer corrects.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ClauseHit } from '../../../shared/contract/library.ts'
import type { Lineage } from '../../../shared/contract/lineage.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { clauseIdSchema, type ClauseId } from '../../../shared/model/ids.ts'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { links } from '../../api/links.ts'
import { useLibrary, useRead, useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Grow, Screen, ScreenTitle, StatusBar, ToolBar } from '../../ui/Bars.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ArrowLeft, BookOpen, Copy, Merge, PenLine, Printer, Scissors, TextQuote, Undo2 } from '../../ui/icons.ts'
import { notices } from '../../ui/notices.ts'
import { marksOf } from '../../ui/parties.ts'
import { useArrowWalk } from '../../ui/useArrowWalk.ts'
import { JoinDialog } from './JoinDialog.tsx'
import { Ladder } from './Ladder.tsx'
import styles from './lineage.module.css'
import { Timeline } from './Timeline.tsx'
import { citeOf, plainText, yearsOf } from './words.ts'

export function LineagePage({ clause }: { clause: string | undefined }) {
  const { t } = useTranslation('lineage')
  const [, go] = useLocation()
  const known = clauseIdSchema.safeParse(clause)
  if (known.success) return <Opened clause={known.data} />
  return <EmptyState title={t('none')} note={t('noneNote')} actions={<Button onPress={() => go(links.library)}>{t('toLibrary')}</Button>} />
}

function Opened({ clause }: { clause: ClauseId }) {
  const { t } = useTranslation('lineage')
  const [, go] = useLocation()
  const errorText = useErrorText()
  const { data, error } = useRead('lineage.open', { clause }, { keepPrevious: true })
  if (error) return <EmptyState title={errorText(error)} actions={<Button onPress={() => go(links.library)}>{t('toLibrary')}</Button>} />
  return data ? <Drawn key={clause} clause={clause} lineage={data} /> : <Screen label={t('title')} isBusy />
}

function Drawn({ clause, lineage }: { clause: ClauseId; lineage: Lineage }) {
  const { t } = useTranslation('lineage')
  const { date } = useFormats()
  const errorText = useErrorText()
  const [, go] = useLocation()
  const facets = useLibrary().data?.facets.parties
  const markOf = useMemo(() => marksOf(facets ?? []), [facets])
  const [chosen, setChosen] = useState<ClauseId>(clause)
  const [joining, setJoining] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  useArrowWalk(list)
  const joinIt = useWrite('lineage.join')
  const takeItOut = useWrite('lineage.takeOut')
  const pinIt = useWrite('lineage.pin')
  const undoIt = useWrite('lineage.undo')

  const { appearances, lastAgreed, latest } = lineage
  const current = Math.max(0, appearances.findIndex(({ hit }) => hit.clauseId === chosen))
  const { hit } = appearances[current]!
  const isAlone = appearances.length === 1
  const isPinned = appearances.length > 1 && appearances.every(({ byHand }) => byHand !== null)
  const choose = (index: number) => setChosen(appearances[index]!.hit.clauseId)
  const show = (index: number) => {
    choose(index)
    list.current?.querySelectorAll<HTMLElement>('[data-walk]')[index]?.focus()
  }
  const open = (index: number) => go(links.clause(appearances[index]!.hit.declarationId, appearances[index]!.hit.clauseId))
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus({ preventScroll: true }), [])

  const undo = (act: number) => undoIt.mutate({ act }, { onSuccess: () => notices.add({ text: t('undone') }) })
  const corrected = (text: string) => ({
    onSuccess: ({ act }: { act: number }) => notices.add({ text, undo: () => undo(act) }),
  })
  const join = (other: ClauseHit) => {
    setJoining(false)
    joinIt.mutate({ one: hit.clauseId, other: other.clauseId }, corrected(t('joined')))
  }
  const takeOut = () => takeItOut.mutate({ clause: hit.clauseId }, corrected(t('takenOut', { citation: hit.citation })))
  const pin = () =>
    pinIt.mutate({ clauses: appearances.map((one) => one.hit.clauseId), pinned: !isPinned }, corrected(t(isPinned ? 'unpinned' : 'pinned')))
  const write = async (text: string, said: string) => {
    await navigator.clipboard.writeText(text)
    notices.add({ text: said })
  }
  const copy = () => void write(`${hit.text}\n(${citeOf(t, date, hit)})`, t('copied')).catch((failed: unknown) => notices.add({ tone: 'bad', text: errorText(failed) }))
  const copyAll = () => void write(plainText(t, date, appearances), t('copiedAll'))

  useCommands([
    { id: 'lineage-last', label: t('showLast'), keys: 'Alt+L', isDisabled: lastAgreed === null, run: () => show(lastAgreed!) },
    { id: 'lineage-open', label: t('openInText'), run: () => open(current) },
    { id: 'lineage-copy', label: t('copy'), run: copy },
    { id: 'lineage-copy-all', label: t('copyAll'), keys: 'Ctrl+Shift+C', run: copyAll },
    { id: 'lineage-print', label: t('print'), keys: 'Ctrl+P', run: () => window.print() },
    { id: 'lineage-join', label: t('join.open'), keys: 'Alt+J', run: () => setJoining(true) },
    { id: 'lineage-out', label: t('takeOut'), keys: 'Alt+Del', isDisabled: isAlone, run: takeOut },
    { id: 'lineage-pin', label: t(isPinned ? 'unpin' : 'pin'), isDisabled: isAlone, run: pin },
    { id: 'lineage-undo', label: t('undo'), keys: 'Ctrl+Z', isDisabled: latest === null, run: () => undo(latest!) },
  ])

  const years = yearsOf(appearances)
  return (
    <Screen label={t('title')}>
      <ToolBar>
        <IconButton label={t('back')} onPress={() => history.back()}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <span className={styles.sum}>
          {[t('texts', { count: appearances.length }), years > 0 && t('years', { count: years })].filter(Boolean).join(' ')}
        </span>
        <Grow />
        <Button variant="primary" isDisabled={lastAgreed === null} onPress={() => show(lastAgreed!)}>
          <TextQuote size={16} aria-hidden />
          {t('showLast')}
        </Button>
        <IconButton label={t('copyAll')} keys="Ctrl+Shift+C" onPress={copyAll}>
          <Copy size={16} aria-hidden />
        </IconButton>
        <IconButton label={t('print')} keys="Ctrl+P" onPress={() => window.print()}>
          <Printer size={16} aria-hidden />
        </IconButton>
        <IconButton label={t('undo')} keys="Ctrl+Z" isDisabled={latest === null} onPress={() => undo(latest!)}>
          <Undo2 size={16} aria-hidden />
        </IconButton>
      </ToolBar>
      {lineage.pending > 0 && <Pending count={lineage.pending} />}
      <div className={styles.acts} role="toolbar" aria-label={t('acts')}>
        <span className={styles.cited}>{[hit.citation, hit.number && t('clauseNumber', { number: hit.number })].filter(Boolean).join(', ')}</span>
        <Button size="small" onPress={() => open(current)}>
          <BookOpen size={14} aria-hidden />
          {t('openInText')}
        </Button>
        <Button size="small" onPress={copy}>
          <Copy size={14} aria-hidden />
          {t('copy')}
        </Button>
        <Button size="small" isDisabled={isAlone} onPress={takeOut}>
          <Scissors size={14} aria-hidden />
          {t('takeOut')}
        </Button>
        <Button size="small" onPress={() => setJoining(true)}>
          <Merge size={14} aria-hidden />
          {t('join.open')}
        </Button>
        <Button size="small" isDisabled={isAlone} onPress={pin}>
          <PenLine size={14} aria-hidden />
          {t(isPinned ? 'unpin' : 'pin')}
        </Button>
      </div>
      <div className={styles.page} ref={list}>
        {!isAlone && lineage.ladder.length > 0 && <Ladder lineage={lineage} current={current} onChoose={show} />}
        <Timeline lineage={lineage} current={current} markOf={markOf} onChoose={choose} onOpen={open} />
        {isAlone && (
          <div className={styles.alone}>
            <b>{t(lineage.apart ? 'apart' : 'alone')}</b>
            <p>{t(lineage.apart ? 'apartNote' : 'aloneNote')}</p>
          </div>
        )}
        {lineage.more && <p className={styles.lead}>{t('more')}</p>}
      </div>
      <StatusBar>
        <span>{t('texts', { count: appearances.length })}</span>
        {lineage.gaps.length > 0 && <span>{t('gaps', { count: lineage.gaps.length })}</span>}
        <Grow />
        {!isAlone && <span>{t('rule')}</span>}
      </StatusBar>
      {joining && (
        <JoinDialog language={hit.language} known={new Set(appearances.map((one) => one.hit.clauseId))} onJoin={join} onClose={() => setJoining(false)} />
      )}
    </Screen>
  )
}

/** Clauses that came in lately were not compared yet: it goes on by itself, and can be waited for. */
function Pending({ count }: { count: number }) {
  const { t } = useTranslation('lineage')
  const format = useFormats()
  const errorText = useErrorText()
  const client = useClient()
  const jobs = useJobs()
  const run = () =>
    jobs.run(t('comparing'), (job) => client.call('lineage.prepare', { job })).catch((failed: unknown) => {
      if (!(failed instanceof AppError && failed.code === 'cancelled')) notices.add({ tone: 'bad', text: errorText(failed) })
    })
  return (
    <Banner
      actions={
        <Button size="small" onPress={() => void run()}>
          {t('compareNow')}
        </Button>
      }
    >
      {t('pending', { count, shown: format.number(count) })}
    </Banner>
  )
}
