// The bottom line: what the draft amounts to and whether it is on disk. "Saved" is said of nothing else.
import { useTranslation } from 'react-i18next'
import type { NumberingProfile } from '../../../shared/model/numbering.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Flag, Grow, StatusBar } from '../../ui/Bars.tsx'
import { TextLink } from '../../ui/Button.tsx'
import type { SaveState } from './autosave.ts'
import styles from './draft.module.css'
import type { Facts } from './facts.ts'

export interface SaveLineProps {
  facts: Facts | null
  language: string
  profile: NumberingProfile
  save: SaveState
  onSaveNow: () => void
}

export function SaveLine({ facts, language, profile, save, onSaveNow }: SaveLineProps) {
  const { t } = useTranslation('drafting')
  const formats = useFormats()
  return (
    <StatusBar>
      {facts && (
        <>
          <span className={styles.number}>{t('status.words', { count: facts.words, number: formats.number(facts.words) })}</span>
          <span className={styles.number}>{t('status.changes', { count: facts.changes.length })}</span>
          <span className={styles.number}>{t('status.paragraphs', { count: facts.paragraphs })}</span>
        </>
      )}
      <span>{formats.language(language)}</span>
      <span className={styles.wideOnly}>
        {t('status.profile', {
          sections: t(`profile.sections.${profile.sections}`),
          clauses: t(`profile.clauses.${profile.clauses}`),
        })}
      </span>
      <Grow />
      <output className={styles.saving} data-save={save.kind}>
        <SaveWords save={save} onSaveNow={onSaveNow} />
      </output>
    </StatusBar>
  )
}

/** Hours, minutes and seconds: two saves in one minute are two saves. */
const clock = (time: string | number, locale: string) =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(time))

function SaveWords({ save, onSaveNow }: Pick<SaveLineProps, 'save' | 'onSaveNow'>) {
  const { t, i18n } = useTranslation('drafting')
  const errorText = useErrorText()
  const at = (time: string | number) => clock(time, i18n.resolvedLanguage === 'ru' ? 'ru' : 'en-GB')
  switch (save.kind) {
    case 'saved':
      return <Flag tone="ok">{t('save.saved', { at: at(save.at) })}</Flag>
    case 'pending':
      return <span>{t('save.pending')}</span>
    case 'saving':
      return <span>{t('save.saving')}</span>
    case 'conflict':
      return <Flag tone="bad">{t('save.conflict', { at: at(save.since) })}</Flag>
    case 'failed': {
      const why = errorText(new AppError(save.error.code, '', save.error.details ?? {}))
      return (
        <>
          <Flag tone="bad">{t('save.failed', { at: at(save.since), why })}</Flag>{' '}
          <TextLink onPress={onSaveNow}>{t('save.now')}</TextLink>
        </>
      )
    }
  }
}
