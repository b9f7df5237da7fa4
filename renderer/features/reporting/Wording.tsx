// Words of a text with what went struck and what came underlined; ends of paragraphs are shown where they are part of it.
import type { WordOp } from '../../../shared/model/comparison.ts'
import { WordOps } from '../../ui/WordOps.tsx'
import styles from './report.module.css'

export const Wording = ({ ops, lang }: { ops: readonly WordOp[]; lang: string }) => (
  <p className={styles.words} lang={lang}>
    <WordOps ops={ops} show={({ text }) => text.replaceAll('\n', ' ¶ ')} />
  </p>
)
