// The words for what is noted about a declaration or a clause, in the language on screen.
import { useTranslation } from 'react-i18next'
import type { Curation, Status } from '../../shared/model/curation.ts'
import type { NotedProps } from '../ui/Noted.tsx'

/** Gives what `Noted` shows. `barred` is the reason that holds: its own or that of the declaration. */
export function useNotedWords(): (curation: Curation, barred: string | null, status: Status) => NotedProps {
  const { t } = useTranslation()
  return ({ favourite, note, topics, tags }, barred, status) => ({
    favourite: favourite ? t('noted.favourite') : undefined,
    barred: barred === null ? undefined : t('noted.barredFor', { reason: barred }),
    status: status === 'current' ? undefined : t(`status.${status}`),
    labels: [...topics, ...tags],
    note,
  })
}
