// Why two texts, or a text and a name, are taken for one document: in words of the screen.
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../shared/model/document.ts'
import type { LanguageEvidence, Shape } from '../../shared/model/languageVersion.ts'

export interface EvidenceWords {
  /** "same title, same day". */
  document(reasons: readonly Evidence[]): string
  /** "same day, parties, form; 3 sections, 12 clauses, all numbers". */
  language(reasons: readonly LanguageEvidence[], shape: Shape): string
}

export function useEvidenceWords(): EvidenceWords {
  const { t } = useTranslation()
  const sentence = (parts: readonly string[]) => {
    const text = parts.join(', ')
    return text.charAt(0).toLocaleUpperCase() + text.slice(1)
  }
  return {
    document: (reasons) => sentence(reasons.map((reason) => t(`evidence.document.${reason}`))),
    language: (reasons, { sections, clauses, numbers }) =>
      sentence(reasons.map((reason) => t(`evidence.language.${reason}`, { count: { sections, clauses, numbers }[reason as keyof Shape] ?? 0 }))),
  }
}
