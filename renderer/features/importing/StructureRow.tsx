// One proposed paragraph: its role, its words, how sure the program is; the current one shows why and what can be done.
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ProposedParagraph } from '../../../shared/model/proposal.ts'
import type { Doubt } from '../../../shared/segmenting/index.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { ChevronDown } from '../../ui/icons.ts'
import { Confidence, Keys } from '../../ui/Marks.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { lastSentence } from './checking.ts'
import styles from './check.module.css'
import { choiceOf, ROLE_CHOICES, type RoleChoice } from './roles.ts'
import { SplitBox } from './SplitBox.tsx'

export interface RowActions {
  role: (index: number, choice: RoleChoice) => void
  confirm: (index: number) => void
  merge: (index: number) => void
  split: (index: number, offset: number) => void
  start: (index: number) => void
  end: (index: number) => void
}

export interface StructureRowProps {
  index: number
  paragraph: ProposedParagraph
  next: ProposedParagraph | undefined
  language: string
  doubt: Doubt | undefined
  isCurrent: boolean
  isSplitting: boolean
  onCurrent: () => void
  onSplitting: (on: boolean) => void
  act: RowActions
}

const REASONS_SHOWN = 4
const CELL = { role: 'gridcell' } as const

export const StructureRow = (props: StructureRowProps) => {
  const { index, paragraph, next, language, doubt, isCurrent, isSplitting, onCurrent, onSplitting, act } = props
  const { t } = useTranslation('importing')
  const choice = choiceOf(paragraph.role, paragraph.level)
  const reasons = paragraph.reasons
    .map((reason) => t(`reason.${reason}`, { defaultValue: '' }))
    .filter(Boolean)
    .slice(0, REASONS_SHOWN)
  const sureness = t('sureness', { percent: Math.round(paragraph.confidence * 100) })
  const why = reasons.length > 0 ? t('why', { sureness, reasons: reasons.join(', ') }) : sureness
  const rival = doubt?.kind === 'unsure' && paragraph.rival ? choiceOf(paragraph.rival, undefined) : null
  return (
    // The keyboard acts on the list as a whole; a click only chooses the row.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`structure-${index}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="row"
      aria-selected={isCurrent}
      aria-label={[t(`role.${choice.id}`), paragraph.label, paragraph.text.slice(0, 200), doubt && t('toCheck')]
        .filter(Boolean)
        .join(', ')}
      className={cx(styles.row, styles[paragraph.role], isCurrent && styles.on)}
      onClick={onCurrent}
    >
      <span className={styles.role} {...CELL}>
        <Menu
          label={t('roleMenu')}
          trigger={
            <AriaButton className={styles.roleButton!} excludeFromTabOrder={!isCurrent}>
              {t(`role.${choice.id}`)}
              <ChevronDown size={12} aria-hidden />
            </AriaButton>
          }
          entries={ROLE_CHOICES.map((each) => ({
            id: each.id,
            label: t(`role.${each.id}`),
            keys: each.key,
            isChecked: each.id === choice.id,
            onAction: () => act.role(index, each),
          }))}
        />
      </span>
      <p lang={language} {...CELL}>
        {paragraph.label && <em>{paragraph.label}</em>}
        {paragraph.text}
      </p>
      <span className={cx(styles.sure, doubt && styles.low)} {...CELL}>
        {doubt && t(doubt.kind === 'unsure' ? 'toCheck' : 'number')}
        <Confidence value={paragraph.confidence} isLow={doubt !== undefined} label={sureness} />
      </span>
      {isCurrent && (
        <div className={styles.fix} {...CELL}>
          {isSplitting ? (
            <SplitBox
              text={paragraph.text}
              language={language}
              start={lastSentence(paragraph.text, language)}
              onSplit={(offset) => act.split(index, offset)}
              onCancel={() => onSplitting(false)}
            />
          ) : (
            <>
              <span className={styles.why}>
                {doubt &&
                  doubt.kind !== 'unsure' &&
                  t(doubt.kind, { before: doubt.before, after: doubt.after, missing: doubt.before + 1 })}
                {(!doubt || doubt.kind === 'unsure') && why}
              </span>
              <span className={styles.acts}>
                {doubt && (
                  <Button size="small" variant={doubt.kind === 'gap' ? 'plain' : 'primary'} onPress={() => act.confirm(index)}>
                    {t('asInText')}
                    <Keys>{t('keys.confirm')}</Keys>
                  </Button>
                )}
                {rival && (
                  <Button size="small" onPress={() => act.role(index, rival)}>
                    {t(`rather.${rival.id}`)}
                    <Keys>{rival.key}</Keys>
                  </Button>
                )}
                <Button size="small" variant={doubt?.kind === 'gap' ? 'primary' : 'plain'} onPress={() => onSplitting(true)}>
                  {doubt?.kind === 'gap' ? t('splitOff', { number: doubt.before + 1 }) : t('split')}
                  <Keys>{t('keys.split')}</Keys>
                </Button>
                {next && (
                  <Button size="small" onPress={() => act.merge(index)}>
                    {t('merge')}
                    <Keys>{t('keys.merge')}</Keys>
                  </Button>
                )}
                <Button size="small" variant="ghost" onPress={() => act.start(index)}>
                  {t('startHere')}
                  <Keys>{t('keys.start')}</Keys>
                </Button>
                <Button size="small" variant="ghost" onPress={() => act.end(index)}>
                  {t('endHere')}
                  <Keys>{t('keys.end')}</Keys>
                </Button>
              </span>
            </>
          )}
        </div>
      )}
    </div>
  )
}
