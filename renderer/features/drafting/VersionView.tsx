// An older version, open for reading over the draft, which waits behind it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DraftId, VersionId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { useRead } from '../../api/queries.ts'
import { StatementEditor, type Author } from '../../editor/index.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Delegation } from './delegations.ts'
import styles from './draft.module.css'

export interface VersionViewProps {
  draft: DraftId
  version: VersionId
  me: Author
  delegations: readonly Delegation[]
  onRestore: (name: string) => Promise<void>
  onClose: () => void
}

const heard = () => {}

export function VersionView({ draft, version, me, delegations, onRestore, onClose }: VersionViewProps) {
  const { t } = useTranslation('drafting')
  const { moment } = useFormats()
  const errorText = useErrorText()
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const opened = useRead('version.open', { id: version })
  if (opened.error)
    return (
      <Banner
        tone="bad"
        actions={
          <Button size="small" onPress={onClose}>
            {t('versions.back')}
          </Button>
        }
      >
        {errorText(opened.error)}
      </Banner>
    )
  if (!opened.data) return <div className={styles.desk} aria-busy="true" />
  const { version: about, statement } = opened.data
  const restore = async () => {
    setBusy(true)
    await onRestore(about.name).finally(() => setBusy(false))
  }
  return (
    <div className={styles.version}>
      <div className={styles.reading}>
        <output>{t('versions.reading', { name: about.name, created: moment(about.created) })}</output>
        <Button size="small" variant="primary" isDisabled={busy} onPress={() => void restore()}>
          {t('versions.restore')}
        </Button>
        <Button
          size="small"
          onPress={() => go(links.compare({ kind: 'version', id: version }, { kind: 'draft', id: draft }))}
        >
          {t('versions.compare')}
        </Button>
        <Button size="small" onPress={onClose}>
          {t('versions.back')}
        </Button>
      </div>
      <StatementEditor
        statement={statement}
        documentKey={version}
        mode="suggesting"
        readOnly
        view="all"
        me={me}
        delegations={delegations}
        onChange={heard}
        onSelect={heard}
      />
    </div>
  )
}
