// The library screen: declarations and clause search, or one declaration opened for reading.
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

export const LibraryPage = () => {
  const { t } = useTranslation('library')
  return <EmptyState title={t('empty.title')} />
}
