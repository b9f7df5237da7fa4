// Says whose text is looked for on the import screen, and takes a file that is dropped as that text.
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { links } from '../../api/links.ts'
import { useRead } from '../../api/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { useFileTarget } from '../../ui/fileTargets.ts'
import { FileText } from '../../ui/icons.ts'
import styles from './importing.module.css'
import { useImportQueue } from './QueueContext.tsx'

export const Wanted = ({ document: id }: { document: number }) => {
  const { t } = useTranslation('importing')
  const [, go] = useLocation()
  const queue = useImportQueue()
  const name = useRead('document.list', {}).data?.find((each) => each.id === id)?.name ?? ''
  useFileTarget(t('wanted.drop'), (files) => {
    queue.add(files, id)
    return true
  })
  return (
    <section className={styles.wanted} aria-label={t('wanted.title')}>
      <FileText size={16} aria-hidden />
      <p>{t('wanted.choose', { name })}</p>
      <Button size="small" onPress={() => go(links.missing)}>
        {t('common:cancel')}
      </Button>
    </section>
  )
}
