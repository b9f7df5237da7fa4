// Pairs of declarations that may be one document in two languages, each with what both have the same, to be decided one by one.
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { LanguageProposal } from '../../../shared/model/languageVersion.ts'
import { useEvidenceWords } from '../../i18n/evidence.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Ban, Check } from '../../ui/icons.ts'
import styles from './missing.module.css'
import type { LanguageVersionsState } from './useLanguageVersions.ts'

export interface LanguagesDialogProps {
  versions: LanguageVersionsState
  declarations: readonly DeclarationSummary[]
  onClose: () => void
}

/** Pairs at a time. */
const FEW = 50

export const LanguagesDialog = ({ versions, declarations, onClose }: LanguagesDialogProps) => {
  const { t } = useTranslation('library')
  const format = useFormats()
  const words = useEvidenceWords()
  const [shown, setShown] = useState(FEW)
  const list = useRef<HTMLUListElement>(null)
  // The button that was pressed goes with its pair; the keyboard stays in the list.
  const decide = (act: LanguageVersionsState['join'], pair: LanguageProposal) => {
    list.current?.focus()
    act(pair.one, pair.other)
  }
  const byId = useMemo(() => new Map(declarations.map((each) => [each.id, each])), [declarations])
  return (
    <Dialog title={t('languages.title')} isOpen onClose={onClose} closeLabel={t('common:close')} width="wide">
      <p className={styles.about}>{t(versions.proposed.length > 0 ? 'languages.note' : 'languages.none')}</p>
      <ul ref={list} tabIndex={-1} className={styles.pairs} aria-label={t('languages.title')}>
        {versions.proposed.slice(0, shown).map((pair) => (
          <li key={`${pair.one} ${pair.other}`}>
            <div className={styles.pair}>
              {[pair.one, pair.other].map((id) => byId.get(id)).map((text) => text && (
                <p key={text.id} lang={text.language}>
                  <small>{format.language(text.language)}</small>
                  {text.title.replaceAll('\n', ' ')}
                </p>
              ))}
              <small>{words.language(pair.reasons, pair.shape)}</small>
            </div>
            <Button size="small" onPress={() => decide(versions.join, pair)}>
              <Check size={14} aria-hidden />
              {t('languages.same')}
            </Button>
            <Button size="small" variant="ghost" onPress={() => decide(versions.part, pair)}>
              <Ban size={14} aria-hidden />
              {t('languages.apart')}
            </Button>
          </li>
        ))}
      </ul>
      {versions.proposed.length > shown && (
        <div className={styles.morePairs}>
          <Button size="small" onPress={() => setShown(shown + FEW)}>
            {t('showMore', { count: Math.min(FEW, versions.proposed.length - shown) })}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
