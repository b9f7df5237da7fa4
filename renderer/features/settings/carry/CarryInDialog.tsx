// What a carry file would bring, before it is brought in.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarrySummary } from '../../../../shared/model/carry.ts'
import type { FileHandle } from '../../../../shared/model/ids.ts'
import { useClient } from '../../../api/context.tsx'
import { useJobs } from '../../../api/jobs.tsx'
import { useWrite } from '../../../api/queries.ts'
import { useErrorText } from '../../../i18n/errors.ts'
import { useFormats } from '../../../i18n/format.ts'
import { ActDialog } from '../../../ui/ActDialog.tsx'
import { notices } from '../../../ui/notices.ts'
import styles from './carry.module.css'

export interface CarryInDialogProps {
  file: FileHandle
  name: string
  summary: CarrySummary
  onClose: () => void
}

export function CarryInDialog({ file, name, summary, onClose }: CarryInDialogProps) {
  const { t } = useTranslation('settings')
  const { moment, date } = useFormats()
  const errorText = useErrorText()
  const client = useClient()
  const jobs = useJobs()
  const merge = useWrite('carry.merge', { quiet: true })
  const [busy, setBusy] = useState(false)
  const { declarations, corrections, languages, documents, searches, drafts, versions, keptTwice, counts } = summary
  const isNothing = [
    declarations.new, corrections.new, corrections.revoked, languages.new, languages.revoked, documents.new, documents.settled, searches.new, drafts.new, drafts.newer, drafts.both, versions.new,
  ].every((count) => count === 0)

  const takeBack = async (snapshot: string) => {
    try {
      await jobs.run(t('copies:restoring'), (job) => client.call('copies.restore', { name: snapshot, job }))
      notices.add({ text: t('carry.takenBack') })
    } catch (error) {
      notices.add({ tone: 'bad', text: errorText(error) })
    }
  }
  const bring = async () => {
    setBusy(true)
    try {
      const suffix = t('carry.suffix', { date: date(new Date().toISOString()) })
      const { snapshot } = await jobs.run(t('carry.merging', { name }), (job) => merge.mutateAsync({ file, suffix, keptAs: t('carry.keptAs'), job }))
      notices.add({ text: t('carry.brought'), ...(snapshot !== null && { undo: () => void takeBack(snapshot) }) })
      onClose()
    } catch (error) {
      notices.add({ tone: 'bad', text: errorText(error) })
      setBusy(false)
    }
  }
  return (
    <ActDialog
      title={t('carry.inTitle')}
      onClose={onClose}
      closeLabel={t('common:close')}
      cancelLabel={t('common:cancel')}
      act={t('carry.inAct')}
      isDisabled={busy || isNothing}
      onAct={() => void bring()}
    >
      <div className={styles.sheet}>
        <p className={styles.about}>{t('carry.about', { name, made: moment(summary.made), program: summary.program })}</p>
        <table className={styles.sums}>
          <tbody>
            <Sum label={t('carry.declarations')} total={counts.declarations} parts={[['new', declarations.new], ['same', declarations.same]]} />
            <Sum
              label={t('carry.drafts')} total={counts.drafts}
              parts={[['new', drafts.new], ['same', drafts.same], ['newer', drafts.newer], ['older', drafts.older], ['both', drafts.both]]}
            />
            <Sum label={t('carry.versions')} total={counts.versions} parts={[['new', versions.new], ['same', versions.same]]} />
            {counts.corrections > 0 && (
              <Sum label={t('carry.corrections')} total={counts.corrections} parts={[['new', corrections.new], ['same', corrections.same]]} />
            )}
            {counts.languages > 0 && (
              <Sum label={t('carry.languages')} total={counts.languages} parts={[['new', languages.new], ['same', languages.same]]} />
            )}
            {counts.documents > 0 && (
              <Sum
                label={t('carry.documents')} total={counts.documents}
                parts={[['new', documents.new], ['same', documents.same + documents.contrary], ['settled', documents.settled]]}
              />
            )}
            {counts.searches > 0 && (
              <Sum label={t('carry.searches')} total={counts.searches} parts={[['new', searches.new], ['same', searches.same]]} />
            )}
          </tbody>
        </table>
        {declarations.differing > 0 && <p className={styles.about}>{t('carry.differing', { count: declarations.differing })}</p>}
        {drafts.newer > 0 && <p className={styles.about}>{t('carry.newerNote', { count: drafts.newer, version: t('carry.keptAs') })}</p>}
        {corrections.revoked > 0 && <p className={styles.about}>{t('carry.revoked', { count: corrections.revoked })}</p>}
        {corrections.contrary > 0 && <p className={styles.about}>{t('carry.contrary', { count: corrections.contrary })}</p>}
        {languages.revoked > 0 && <p className={styles.about}>{t('carry.languagesRevoked', { count: languages.revoked })}</p>}
        {languages.contrary > 0 && <p className={styles.about}>{t('carry.languagesContrary', { count: languages.contrary })}</p>}
        {documents.contrary > 0 && <p className={styles.about}>{t('carry.documentsContrary', { count: documents.contrary })}</p>}
        {searches.renamed > 0 && <p className={styles.about}>{t('carry.renamed', { count: searches.renamed })}</p>}
        {keptTwice.length > 0 && (
          <>
            <p className={styles.about}>{t('carry.bothNote', { count: drafts.both })}</p>
            <ul className={styles.titles}>
              {keptTwice.map((title, index) => <li key={`${index} ${title}`}>{title.replaceAll(/\s+/gu, ' ')}</li>)}
            </ul>
          </>
        )}
        <p className={styles.note}>{t(isNothing ? 'carry.nothing' : 'carry.snapshotNote')}</p>
      </div>
    </ActDialog>
  )
}

interface SumProps {
  label: string
  total: number
  parts: readonly (readonly ['new' | 'same' | 'newer' | 'older' | 'settled' | 'both', number])[]
}

/** The sum, and what it is made of. */
function Sum({ label, total, parts }: SumProps) {
  const { t } = useTranslation('settings')
  const { number } = useFormats()
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{number(total)}</td>
      <td>{parts.filter(([, count]) => count > 0).map(([part, count]) => t(`carry.part.${part}`, { count })).join(' + ')}</td>
    </tr>
  )
}
