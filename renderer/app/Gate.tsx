// Stands before every screen: while the library is locked there is the lock screen alone, and nothing of the library is kept in
// this window. What could not be saved before it was locked is saved once it is unlocked.
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import type { Settings } from '../../shared/contract/app.ts'
import type { Protection } from '../../shared/contract/protection.ts'
import { useClient } from '../api/context.tsx'
import { LockScreen } from '../features/protection/index.ts'
import { notices } from '../ui/notices.ts'
import { useAppearance } from './theme.ts'

const Bundle = lazy(() => import('../features/diagnosing/index.ts').then((module) => ({ default: module.Bundle })))

type Look = Pick<Settings, 'locale' | 'theme'>

/** Somebody at work is told of no more often; the shortest time until it locks itself is minutes. */
const PING_MS = 20_000

export const Gate = ({ children }: { children: ReactNode }) => {
  const client = useClient()
  const queries = useQueryClient()
  const [state, setState] = useState<Protection | 'unknown' | 'open'>('unknown')
  const [look, setLook] = useState<Look>({ locale: 'system', theme: 'system' })
  useEffect(() => {
    // Where there is no answer, the screens tell why.
    const ask = () => client.call('protection.state', {}).then((told) => {
      const settings = queries.getQueryData<Settings>(['settings.get', {}])
      if (settings) setLook({ locale: settings.locale, theme: settings.theme })
      setState(told)
    }, () => setState('open'))
    void ask()
    return client.on('protection.changed', () => void ask())
  }, [client, queries])
  const isLocked = typeof state === 'object' && state.isLocked
  useEffect(() => {
    if (!isLocked) return
    queries.clear()
    for (const { id } of notices.read()) notices.close(id)
  }, [isLocked, queries])
  useActivity(typeof state === 'object' && state.isEncrypted && !isLocked)
  if (state === 'unknown') return null
  return isLocked ? <Locked state={state} look={look} /> : children
}

const Locked = ({ state, look }: { state: Protection; look: Look }) => {
  useAppearance(look)
  const client = useClient()
  return (
    <LockScreen
      state={state}
      diagnosis={
        <Suspense fallback={null}>
          <Bundle build={() => client.call('diagnosis.build', {})} />
        </Suspense>
      }
    />
  )
}

/** Tells the backend now and then that somebody is at work here, so that it does not lock. */
function useActivity(isWatched: boolean): void {
  const client = useClient()
  useEffect(() => {
    if (!isWatched) return
    let told = 0
    const noticed = () => {
      const now = performance.now()
      if (now - told < PING_MS) return
      told = now
      client.call('protection.active', {}).catch(() => {})
    }
    noticed()
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, noticed, { passive: true, capture: true })
    return () => kinds.forEach((kind) => window.removeEventListener(kind, noticed, { capture: true }))
  }, [client, isWatched])
}
