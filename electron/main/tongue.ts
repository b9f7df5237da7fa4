// The language of what the desktop itself says: the one chosen in settings, else the system's.
import type { Settings } from '../../shared/contract/app.ts'
import type { Transport } from '../../shared/contract/index.ts'
import type { Tongue } from '../hosting/language.ts'

/** Tells the tongue before it resolves, and again whenever another one is chosen. */
export async function followTongue(backend: Transport, system: Tongue, tell: (tongue: Tongue) => void): Promise<void> {
  let told: Tongue | null = null
  const look = async () => {
    const reply = await backend.request('settings.get', {})
    const chosen = reply.ok ? (reply.value as Settings).locale : 'system'
    const tongue = chosen === 'system' ? system : chosen
    if (tongue !== told) tell(told = tongue)
  }
  backend.subscribe((event) => {
    if (event === 'settings.changed') void look()
  })
  await look()
}
