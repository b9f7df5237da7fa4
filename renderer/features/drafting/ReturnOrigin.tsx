// Says what a returned file is: a version of this draft, the text of another one, or nothing that is known here; then the
// officer may know.
import { useTranslation } from 'react-i18next'
import type { DraftId, VersionId } from '../../../shared/model/ids.ts'
import { useRead } from '../../api/queries.ts'
import { useFormats } from '../../i18n/format.ts'
import { Flag } from '../../ui/Bars.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './return.module.css'
import type { Origin } from './returned.ts'

export interface ReturnOriginProps {
  draft: DraftId
  origin: Origin
  /** What the officer says was sent; null is the draft as it stands. */
  sentAs: VersionId | null
  onSentAs: (version: VersionId | null) => void
  /** A file of another draft is used here nevertheless. */
  staysHere: boolean
  onStay: () => void
  onPassOn: (draft: DraftId) => void
}

export function ReturnOrigin({ draft, origin, staysHere, onStay, onPassOn, ...sent }: ReturnOriginProps) {
  const { t } = useTranslation('returning')
  const { moment } = useFormats()
  const versions = useRead('version.list', { draft }).data
  const drafts = useRead('draft.list', {}).data
  if (origin.kind === 'version') {
    const version = versions?.find(({ id }) => id === origin.id)
    return (
      <output>
        <Flag tone="ok">{version ? t('origin.version', { name: version.name, created: moment(version.created) }) : ''}</Flag>
      </output>
    )
  }
  if (origin.kind === 'other' && !staysHere) {
    const title = drafts?.find(({ id }) => id === origin.draft)?.title.replaceAll('\n', ' ') ?? ''
    return (
      <Banner
        actions={
          <>
            <Button size="small" variant="primary" onPress={() => onPassOn(origin.draft)}>
              {t('origin.open')}
            </Button>
            <Button size="small" onPress={onStay}>
              {t('origin.stay')}
            </Button>
          </>
        }
      >
        {t('origin.other', { title })}
      </Banner>
    )
  }
  return (
    <div className={styles.sent}>
      <p>{t(origin.kind === 'other' ? 'origin.stays' : 'origin.unknown')}</p>
      <Select
        label={t('origin.sentAs')}
        labelled
        value={sent.sentAs ?? CURRENT}
        onChange={(id) => sent.onSentAs(id === CURRENT ? null : (id as VersionId))}
        options={[
          { id: CURRENT, label: t('origin.current'), note: t('origin.currentNote') },
          ...(versions ?? []).map(({ id, name, created }) => ({
            id,
            label: t('origin.entry', { name, created: moment(created) }),
          })),
        ]}
      />
    </div>
  )
}

const CURRENT = 'current'
