// Who may speak to the loopback host: tokens that open one session each, and the sessions they opened. Only digests are
// kept, so that looking one up tells nothing by its time.
import { createHash, randomBytes } from 'node:crypto'

const secret = () => randomBytes(32).toString('base64url')
const digest = (value: string) => createHash('sha256').update(value).digest('base64')

/** Tokens not yet spent, and the sessions that spent ones opened; gone with the process. */
export class Sessions {
  readonly #unused = new Set<string>()
  readonly #open = new Set<string>()

  /** A new single-use token for an address. */
  mint(): string {
    const token = secret()
    this.#unused.add(digest(token))
    return token
  }

  /** Spends a token: the session's bearer, or null where the token is unknown or already spent. */
  exchange(token: string): string | null {
    if (!this.#unused.delete(digest(token))) return null
    const bearer = secret()
    this.#open.add(digest(bearer))
    return bearer
  }

  /** Whether an `Authorization` header names an open session. */
  allows(authorization: string | undefined): boolean {
    const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? '')?.[1]
    return bearer !== undefined && this.#open.has(digest(bearer))
  }
}
