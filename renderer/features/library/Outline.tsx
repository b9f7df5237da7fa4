// The sections of a declaration, each with its count of clauses.
import { useTranslation } from 'react-i18next'
import type { Section } from '../../../shared/model/declaration.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { useFormats } from '../../i18n/format.ts'
import { cx } from '../../ui/cx.ts'
import { Button } from 'react-aria-components'
import styles from './reading.module.css'

export interface OutlineProps {
  sections: readonly Section[]
  statement: Statement
  /** Called with the index of the heading's block. */
  onGo: (block: number) => void
}

export const Outline = ({ sections, statement, onGo }: OutlineProps) => {
  const { t } = useTranslation('library')
  const { number } = useFormats()
  const headings = statement.blocks.flatMap((block, index) => (block.kind === 'heading' ? [index] : []))
  return (
    <>
      {sections.length === 0 && <p className={styles.quiet}>{t('noSections')}</p>}
      <ol className={styles.outline}>
        {sections.map((section, index) => (
          <li key={headings[index]}>
            <Button
              className={cx(styles.outlineItem, section.level > 1 && styles.deeper)}
              onPress={() => onGo(headings[index] ?? 0)}
            >
              <span className={styles.outlineNumber}>{section.number}</span>
              <span className={styles.outlineText}>{section.heading.replaceAll('\n', ' ')}</span>
              <span className={styles.outlineCount}>{number(section.clauses)}</span>
            </Button>
          </li>
        ))}
      </ol>
    </>
  )
}
