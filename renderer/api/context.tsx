// Hands the client to the screen, so that a test can hand over another.
import { createContext, useContext, type ReactNode } from 'react'
import type { Client } from '../../shared/contract/index.ts'

const ClientContext = createContext<Client | null>(null)

export const ClientProvider = ({ client, children }: { client: Client; children: ReactNode }) => (
  <ClientContext value={client}>{children}</ClientContext>
)

/** The way to the backend. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('no ClientProvider above')
  return client
}
