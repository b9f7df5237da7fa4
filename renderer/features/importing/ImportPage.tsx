// The import screen: a place to drop files, then the check of each.
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

export const ImportPage = () => {
  const { t } = useTranslation('importing')
  return <EmptyState title={t('empty.title')} note={t('empty.note')} />
}
