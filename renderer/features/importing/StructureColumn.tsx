// The proposed structure: one row a paragraph, walked through by arrow keys, corrected by single keys or by the row's buttons.
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal, ProposedParagraph } from '../../../shared/model/proposal.ts'
import { mergeWithNext, relabel, setEnd, setStart, splitAt, type Doubt } from '../../../shared/segmenting/index.ts'
import { Flag } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { rowsOf, linesOf } from './checking.ts'
import styles from './check.module.css'
import { choiceByKey, type RoleChoice } from './roles.ts'
import { StructureRow } from './StructureRow.tsx'

export interface StructureColumnProps {
  ref: Ref<HTMLDivElement>
  proposal: Proposal
  doubts: readonly Doubt[]
  current: number
  onCurrent: (index: number) => void
  onChange: (paragraphs: ProposedParagraph[]) => void
  onUndo: () => void
  canUndo: boolean
}

const EXCERPT = 90

/** A clause cut off where the count skips one number takes that number, written as the one before it. */
function numbered(split: ProposedParagraph[], index: number, doubt: Doubt | undefined): ProposedParagraph[] {
  const [first, second] = [split[index], split[index + 1]]
  if (doubt?.kind !== 'gap' || doubt.after !== doubt.before + 2 || !first?.label || !second || second.label) return split
  const label = first.label.replace(/\d+/, String(doubt.before + 1))
  return split.map((paragraph, at) => (at === index + 1 ? { ...paragraph, label } : paragraph))
}

/** Rows hold buttons of their own, so this is a grid of cells and no list of options. */
const CELL = { role: 'gridcell' } as const

export const StructureColumn = ({
  ref,
  proposal,
  doubts,
  current,
  onCurrent,
  onChange,
  onUndo,
  canUndo,
}: StructureColumnProps) => {
  const { t } = useTranslation('importing')
  const { raw, paragraphs } = proposal
  // Folds are remembered by a paragraph inside them, the current one is always in view.
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const [splitting, setSplitting] = useState<number | null>(null)
  const shown = rowsOf(paragraphs, paragraphs[current]?.role === 'left-out' ? new Set([...opened, current]) : opened)
  const walkable = shown.flatMap((row) => (row.kind === 'paragraph' ? [row.index] : []))

  useEffect(() => {
    document.getElementById(`structure-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const list = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => list.current!)
  const stopSplitting = () => {
    setSplitting(null)
    list.current?.focus({ preventScroll: true })
  }
  const move = (to: number) => {
    setSplitting(null)
    onCurrent(to)
  }
  const leftOutLines = (from: number, to: number) => {
    const lines = linesOf(raw, paragraphs, from, to)
    return t(lines.includes('–') ? 'leftOutLines' : 'leftOutLine', { lines })
  }
  const toggleFold = (from: number, to: number) => {
    const inside = (index: number) => index >= from && index <= to
    const isOpen = walkable.some(inside)
    setOpened(new Set([...[...opened].filter((index) => !inside(index)), ...(isOpen ? [] : [from])]))
    if (isOpen && inside(current))
      onCurrent(walkable.find((index) => index > to) ?? walkable.findLast((index) => index < from) ?? 0)
  }
  const act = {
    role: (index: number, choice: RoleChoice) =>
      onChange(relabel(paragraphs, index, choice.role, choice.level)),
    confirm: (index: number) => {
      const paragraph = paragraphs[index]
      if (paragraph) onChange(relabel(paragraphs, index, paragraph.role, paragraph.level))
    },
    merge: (index: number) => {
      if (index < paragraphs.length - 1) onChange(mergeWithNext(paragraphs, index))
    },
    split: (index: number, offset: number) => {
      setSplitting(null)
      onChange(
        numbered(
          splitAt(paragraphs, index, offset, raw),
          index,
          doubts.find((doubt) => doubt.index === index),
        ),
      )
    },
    start: (index: number) => onChange(setStart(paragraphs, index)),
    end: (index: number) => onChange(setEnd(paragraphs, index)),
  }

  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyZ' && canUndo) {
      event.preventDefault()
      onUndo()
      return
    }
    // A button in a row has its own Enter and arrows.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const at = walkable.indexOf(current)
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(walkable[at + 1] ?? current),
      ArrowUp: () => move(walkable[Math.max(0, at - 1)] ?? current),
      Home: () => move(walkable[0] ?? current),
      End: () => move(walkable.at(-1) ?? current),
      Enter: () => act.confirm(current),
      KeyJ: () => act.merge(current),
      KeyS: () => setSplitting(current),
      BracketLeft: () => act.start(current),
      BracketRight: () => act.end(current),
    }
    const choice = choiceByKey(event.code)
    const run = choice ? () => act.role(current, choice) : keys[event.code]
    if (!run) return
    event.preventDefault()
    run()
  }

  return (
    <div
      ref={list}
      // The list is one widget for the keyboard: arrows walk, single keys correct.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="grid"
      aria-label={t('structure')}
      aria-activedescendant={`structure-${current}`}
      tabIndex={0}
      className={styles.rows}
      onKeyDown={pressed}
    >
      {shown.map((row) =>
        row.kind === 'left-out' ? (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus
          <div key={`out-${row.from}`} className={styles.fold} role="row">
            <span {...CELL}>{t('leftOut')}</span>
            <p {...CELL}>
              {leftOutLines(row.from, row.to)}
              {': '}
              {paragraphs[row.from]?.text.slice(0, EXCERPT)}
            </p>
            <span className={styles.foldActs} {...CELL}>
              {doubts.some(({ index }) => index >= row.from && index <= row.to) && <Flag tone="warn">{t('toCheck')}</Flag>}
              <Button size="small" variant="ghost" onPress={() => toggleFold(row.from, row.to)}>
                {t(walkable.includes(row.from) ? 'fold' : 'unfold')}
              </Button>
            </span>
          </div>
        ) : (
          <StructureRow
            key={`row-${row.index}`}
            index={row.index}
            paragraph={paragraphs[row.index]!}
            next={paragraphs[row.index + 1]}
            language={proposal.metadata.language}
            doubt={doubts.find((doubt) => doubt.index === row.index)}
            isCurrent={row.index === current}
            isSplitting={splitting === row.index}
            onCurrent={() => move(row.index)}
            onSplitting={(on) => (on ? setSplitting(row.index) : stopSplitting())}
            act={act}
          />
        ),
      )}
    </div>
  )
}
