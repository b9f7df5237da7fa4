// The drafting screen: clause search at the left, the paper in the middle, earlier text and changes at the right.
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ExportSource } from '../../../shared/contract/exporting.ts'
import { draftIdSchema, type DraftId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Screen } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { OpenDraft } from './OpenDraft.tsx'
import { useDraftSession } from './useDraftSession.ts'

export interface DraftPageProps {
  /** As it stands in the address. */
  id: string
  onExport: (source: ExportSource) => void
}

export function DraftPage({ id, onExport }: DraftPageProps) {
  const known = draftIdSchema.safeParse(id)
  return known.success ? <Drafting id={known.data} onExport={onExport} /> : <NoDraft />
}

function NoDraft({ why, onAgain }: { why?: string; onAgain?: () => void }) {
  const { t } = useTranslation('drafting')
  const [, go] = useLocation()
  return (
    <EmptyState
      title={why ?? t('missing')}
      actions={
        <>
          <Button variant="primary" onPress={() => go(links.drafts)}>
            {t('toList')}
          </Button>
          {onAgain && <Button onPress={onAgain}>{t('common:retry')}</Button>}
        </>
      }
    />
  )
}

function Drafting({ id, onExport }: { id: DraftId; onExport: DraftPageProps['onExport'] }) {
  const { t } = useTranslation('drafting')
  const errorText = useErrorText()
  const { session, state } = useDraftSession(id)
  if (state.kind === 'loading') return <Screen label={t('title')} isBusy />
  if (state.kind === 'failed') return <NoDraft why={errorText(state.error)} onAgain={() => void session.reload()} />
  return <OpenDraft session={session} draft={state.draft} resumed={state.resumed} documentKey={state.documentKey} save={state.save} onExport={onExport} />
}
