// Words of an earlier text that were kept, taken out and put in.
import type { WordOp } from '../../../shared/model/comparison.ts'
import styles from './earlier.module.css'

export const DiffWords = ({ ops, language }: { ops: readonly WordOp[]; language: string }) => (
  <p className={styles.words} lang={language}>
    {ops.map(({ op, text }, index) =>
      op === 'equal' ? (
        <span key={index}>{text}</span>
      ) : op === 'delete' ? (
        <del key={index}>{text}</del>
      ) : (
        <ins key={index}>{text}</ins>
      ),
    )}
  </p>
)
