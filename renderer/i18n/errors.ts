// Says what went wrong in the reader's language.
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError, isErrorCode, type ErrorCode } from '../../shared/contract/error.ts'

/** A function from any thrown value to a sentence for the screen. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors')
  return useCallback((error: unknown) => (error instanceof AppError ? t(error.code, spelled(error.details, (code) => t(code))) : t('internal')), [t])
}

/** A reason that is a code itself becomes the sentence of it. */
const spelled = (details: AppError['details'], t: (code: ErrorCode) => string): AppError['details'] =>
  isErrorCode(details['reason']) ? { ...details, reason: t(details['reason']) } : details
