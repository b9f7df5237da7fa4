// Named versions of the draft: saved, opened for reading, put back, and what comes back of those that were sent.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DraftId, VersionId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { useRead } from '../../api/queries.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { ChevronDown, History, Import, Save } from '../../ui/icons.ts'
import { Menu } from '../../ui/Menu.tsx'
import styles from './draft.module.css'
import { NameDialog } from './NameDialog.tsx'

export interface VersionsMenuProps {
  draft: DraftId
  onSave: (name: string) => Promise<void>
  onOpen: (id: VersionId) => void
  onTakeIn: () => void
}

export function VersionsMenu({ draft, onSave, onOpen, onTakeIn }: VersionsMenuProps) {
  const { t } = useTranslation('drafting')
  const { moment } = useFormats()
  const versions = useRead('version.list', { draft }).data ?? []
  const [, go] = useLocation()
  const [naming, setNaming] = useState(false)
  return (
    <>
      <Menu
        label={t('versions.title')}
        trigger={
          <Button
            size="small"
            className={styles.versions}
            aria-label={[t('versions.title'), versions.length || ''].join(' ').trim()}
          >
            <History size={14} aria-hidden />
            <span className={styles.word}>{t('versions.title')}</span> {versions.length > 0 && versions.length}
            <ChevronDown size={12} aria-hidden />
          </Button>
        }
        entries={[
          { id: 'save', label: t('versions.save'), icon: <Save size={14} aria-hidden />, onAction: () => setNaming(true) },
          { id: 'take-in', label: t('returning:command'), icon: <Import size={14} aria-hidden />, onAction: onTakeIn },
          {
            id: 'history',
            label: t('versions.history'),
            icon: <History size={14} aria-hidden />,
            onAction: () => go(links.history(draft)),
          },
          ...versions.map((version, index) => ({
            id: version.id,
            label: t('versions.entry', { name: version.name, created: moment(version.created) }),
            separated: index === 0,
            onAction: () => onOpen(version.id),
          })),
        ]}
      />
      {naming && (
        <NameDialog
          suggestion={t('versions.suggestion', { number: versions.length + 1 })}
          onClose={() => setNaming(false)}
          onName={onSave}
          title={t('versions.naming')}
          label={t('versions.name')}
          note={t('versions.note')}
          act={t('versions.saveNow')}
          isRequired
        />
      )}
    </>
  )
}
