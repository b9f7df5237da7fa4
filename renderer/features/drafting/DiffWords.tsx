// Words of an earlier text that were kept, taken out and put in.
import type { WordOp } from '../../../shared/model/comparison.ts'
import { WordOps } from '../../ui/WordOps.tsx'
import styles from './earlier.module.css'

export const DiffWords = ({ ops, language }: { ops: readonly WordOp[]; language: string }) => (
  <p className={styles.words} lang={language}>
    <WordOps ops={ops} />
  </p>
)
