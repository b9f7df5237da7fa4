// The file as it was read, line by line; the lines of the current paragraph are marked.
import { useEffect, useRef } from 'react'
import type { ProposedParagraph, RawParagraph } from '../../../shared/model/proposal.ts'
import { cx } from '../../ui/cx.ts'
import styles from './check.module.css'

export interface RawColumnProps {
  raw: readonly RawParagraph[]
  paragraphs: readonly ProposedParagraph[]
  current: number
  onCurrent: (index: number) => void
}

export const RawColumn = ({ raw, paragraphs, current, onCurrent }: RawColumnProps) => {
  const list = useRef<HTMLOListElement>(null)
  const marked = new Set(paragraphs[current]?.raw)
  const owner = new Map(paragraphs.flatMap((paragraph, index) => paragraph.raw.map((line) => [line, index] as const)))
  const first = paragraphs[current]?.raw[0]
  useEffect(() => {
    if (first !== undefined) list.current?.children[first]?.scrollIntoView({ block: 'nearest' })
  }, [first])
  return (
    <ol ref={list} className={styles.lines}>
      {raw.map((paragraph, index) => {
        const at = owner.get(index)
        return (
          // A click shows where the line went; the keyboard walks through the structure, and the lines follow.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
          <li
            key={paragraph.line}
            className={cx(
              styles.line,
              marked.has(index) && styles.marked,
              at !== undefined && paragraphs[at]?.role === 'left-out' && styles.out,
            )}
            onClick={() => {
              if (at !== undefined) onCurrent(at)
            }}
          >
            <i>{paragraph.line}</i>
            <span>
              {paragraph.hint?.label && `${paragraph.hint.label} `}
              {paragraph.text}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
