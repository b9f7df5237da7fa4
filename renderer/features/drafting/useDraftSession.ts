// Binds a draft's session to the screen, and guards the window while anything is unsaved.
import { useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import type { DraftId } from '../../../shared/model/ids.ts'
import { useClient } from '../../api/context.tsx'
import { createSession, type DraftSession, type SessionState } from './session.ts'

export function useDraftSession(id: DraftId): { session: DraftSession; state: SessionState } {
  const client = useClient()
  const session = useMemo(() => createSession(client, id), [client, id])
  const state = useSyncExternalStore(session.listen, session.read)
  // In the layout phase, since leaving has to read the text before the editor goes.
  useLayoutEffect(() => session.start(), [session])
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (!session.unsaved) return
      void session.flush()
      event.preventDefault()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') void session.flush()
    }
    const stopHearing = client.on('app.closing', () => void session.flush())
    window.addEventListener('beforeunload', guard)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      stopHearing()
      window.removeEventListener('beforeunload', guard)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [client, session])
  return { session, state }
}
