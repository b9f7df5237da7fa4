// The screen's one way to the backend, whichever host runs it.
import { connect, type Client } from '../../shared/contract/index.ts'
import { bridgeTransport } from './bridge.ts'
import { loopbackTransport } from './loopback.ts'
import { openSession } from './session.ts'

export const client: Client = connect(window.alternat
  ? bridgeTransport(window.alternat)
  : loopbackTransport(openSession({
      location: window.location,
      history: window.history,
      sessionStorage: window.sessionStorage,
      fetch: window.fetch.bind(window),
    }), window.fetch.bind(window)))
