// The list of drafts: open, start, rename, remove with a way back.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { DraftSummary } from '../../../shared/model/draft.ts'
import { links } from '../../api/links.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Grow, Screen, ScreenTitle, ToolBar } from '../../ui/Bars.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Ellipsis, FilePlus2, Trash2 } from '../../ui/icons.ts'
import { DelegationMark } from '../../ui/Marks.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { notices } from '../../ui/notices.ts'
import { delegationsOf } from './delegations.ts'
import { DetailsDialog } from './DetailsDialog.tsx'
import styles from './drafts.module.css'
import { NewDraft } from './NewDraft.tsx'

export interface DraftsPageProps {
  /** The dialog for a new draft is open. */
  isStarting?: boolean
  /** The declaration the new draft starts from. */
  from?: string | undefined
}

export function DraftsPage({ isStarting = false, from }: DraftsPageProps) {
  const { t } = useTranslation('drafting')
  const errorText = useErrorText()
  const [, go] = useLocation()
  const drafts = useRead('draft.list', {})
  const [renamed, setRenamed] = useState<DraftSummary | null>(null)
  const describe = useWrite('draft.describe')
  const remove = useWrite('draft.remove')
  const restore = useWrite('draft.restore')

  const startOne = () => go(links.draftNew)
  const removeOne = ({ id, title }: DraftSummary) =>
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          notices.add({
            text: t('list.removed', { title: title.replaceAll('\n', ' ') }),
            undo: () => restore.mutate({ id }),
          })
        },
      },
    )
  return (
    <Screen label={t('list.title')}>
      <ToolBar>
        <ScreenTitle>{t('list.title')}</ScreenTitle>
        <Grow />
        <Button variant="ghost" onPress={() => go(links.removed)}>
          <Trash2 size={14} aria-hidden />
          {t('removed:title')}
        </Button>
        <Button variant="primary" onPress={startOne}>
          <FilePlus2 size={14} aria-hidden />
          {t('new.title')}
        </Button>
      </ToolBar>
      {drafts.error && (
        <Banner
          tone="bad"
          actions={
            <Button size="small" onPress={() => void drafts.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {errorText(drafts.error)}
        </Banner>
      )}
      {drafts.data?.length === 0 && (
        <EmptyState
          title={t('list.empty')}
          note={t('list.emptyNote')}
          actions={
            <Button variant="primary" onPress={startOne}>
              <FilePlus2 size={14} aria-hidden />
              {t('new.title')}
            </Button>
          }
        />
      )}
      {drafts.data && drafts.data.length > 0 && (
        <div className={styles.scroll}>
          <ul className={styles.list}>
            {drafts.data.map((draft) => (
              <DraftLine key={draft.id} draft={draft} onDetails={() => setRenamed(draft)} onRemove={() => removeOne(draft)} />
            ))}
          </ul>
        </div>
      )}
      {isStarting && (
        <NewDraft from={from} onStarted={(id) => go(links.draft(id), { replace: true })} onClose={() => go(links.drafts)} />
      )}
      {renamed && (
        <DetailsDialog
          draft={renamed}
          onClose={() => setRenamed(null)}
          onSave={async (details) => {
            await describe.mutateAsync({ id: renamed.id, details })
          }}
        />
      )}
    </Screen>
  )
}

interface DraftLineProps {
  draft: DraftSummary
  onDetails: () => void
  onRemove: () => void
}

function DraftLine({ draft, onDetails, onRemove }: DraftLineProps) {
  const { t } = useTranslation('drafting')
  const { date, moment } = useFormats()
  const title = draft.title.replaceAll('\n', ' ')
  return (
    <li className={styles.line}>
      <Link href={links.draft(draft.id)} className={styles.name}>
        {title}
      </Link>
      <span className={styles.marks}>
        {delegationsOf(draft.parties).map(({ code, letters, slot, name }) => (
          <DelegationMark key={code} code={letters} slot={slot} name={name} />
        ))}
      </span>
      <span className={styles.about}>
        {[t(`common:form.${draft.form}`), draft.place, draft.date && date(draft.date)].filter(Boolean).join(', ')}
      </span>
      <span className={styles.about}>
        {t('list.size', { count: draft.paragraphs })}
        {draft.openChanges > 0 && `, ${t('list.changes', { count: draft.openChanges })}`}
      </span>
      <span className={styles.saved}>{t('list.saved', { saved: moment(draft.saved) })}</span>
      <Menu
        label={t('list.menu', { title })}
        trigger={
          <IconButton size="small" label={t('list.menu', { title })}>
            <Ellipsis size={14} aria-hidden />
          </IconButton>
        }
        entries={[
          { id: 'details', label: t('details.open'), onAction: onDetails },
          { id: 'remove', label: t('list.remove'), danger: true, separated: true, onAction: onRemove },
        ]}
      />
    </li>
  )
}
