// Words of a text with what went struck and what came underlined; ends of paragraphs are shown where they are part of it.
import type { WordOp } from '../../../shared/model/comparison.ts'
import styles from './report.module.css'

const shown = (text: string) => text.replaceAll('\n', ' ¶ ')

export const Wording = ({ ops, lang }: { ops: readonly WordOp[]; lang: string }) => (
  <p className={styles.words} lang={lang}>
    {ops.map(({ op, text }, index) =>
      op === 'equal' ? (
        <span key={index}>{shown(text)}</span>
      ) : op === 'insert' ? (
        <ins key={index}>{shown(text)}</ins>
      ) : (
        <del key={index}>{shown(text)}</del>
      ),
    )}
  </p>
)
