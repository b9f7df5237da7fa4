// Asks before a clause that is not to be reused goes into the text.
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './clauses.module.css'
import type { ClauseActs } from './useClauseActs.ts'

export function BarredDialog({ asked, answer }: Pick<ClauseActs, 'asked' | 'answer'>) {
  const { t } = useTranslation('drafting')
  return (
    <Dialog
      title={t('barred.title')}
      isOpen={asked !== null}
      onClose={() => answer(false)}
      closeLabel={t('common:close')}
      width="narrow"
      role="alertdialog"
      footer={
        <>
          <Button variant="primary" onPress={() => answer(false)}>
            {t('barred.leave')}
          </Button>
          <Button onPress={() => answer(true)}>{t('barred.put')}</Button>
        </>
      }
    >
      <p>{t('barred.reason', { reason: asked?.hit.barred ?? '' })}</p>
      <blockquote className={styles.barredText}>{asked?.hit.text}</blockquote>
    </Dialog>
  )
}
