// What runs in the browser. A page has two worlds, its own and the preload script's; they share the document and no object.
// These functions are sent there as text, so each stands alone.

/** Names of one window that nothing else on the page can guess. */
export interface Names {
  /** Events between the two worlds. */
  channel: string
  /** Binding by which the preload's world reaches the main process, and the function by which it is reached. */
  toMain: string
  fromMain: string
}

type Plain = (...values: unknown[]) => unknown

export interface Side {
  pack(value: unknown): unknown
  unpack(value: unknown): unknown
  tell(message: object): void
  hear(listener: (message: Record<string, unknown>) => void): void
}

/** One end of the line between the worlds: plain values cross as copies, functions as stand-ins, promises as promises. */
export function openSide(channel: string, me: string, other: string): Side {
  const given = new Map<number, Plain>()
  const waiting = new Map<number, (reply: Record<string, unknown>) => void>()
  const listeners: ((message: Record<string, unknown>) => void)[] = []
  let last = 0
  const tell = (message: object) => { document.dispatchEvent(new CustomEvent(channel + other, { detail: JSON.stringify(message) })) }
  const settle = (id: number, promise: Promise<unknown>) => promise.then(
    (value) => tell({ kind: 'settle', id, value: pack(value) }),
    (error: unknown) => tell({ kind: 'settle', id, error: String(error instanceof Error ? error.message : error) }),
  )

  function pack(value: unknown): unknown {
    if (typeof value === 'function') {
      given.set(++last, value as Plain)
      return { $function: last }
    }
    if (value instanceof Promise) {
      const id = ++last
      void settle(id, value)
      return { $promise: id }
    }
    if (Array.isArray(value)) return { $array: value.map(pack) }
    if (typeof value === 'object' && value !== null) return { $object: Object.entries(value).map(([key, part]) => [key, pack(part)]) }
    return { $plain: value }
  }

  function unpack(packed: unknown): unknown {
    const value = packed as Record<string, unknown>
    if ('$function' in value) return (...values: unknown[]) => call(value['$function'] as number, values)
    if ('$promise' in value) return awaitReply(value['$promise'] as number)
    if ('$array' in value) return (value['$array'] as unknown[]).map(unpack)
    if ('$object' in value) return Object.freeze(Object.fromEntries((value['$object'] as [string, unknown][]).map(([key, part]) => [key, unpack(part)])))
    return value['$plain']
  }

  const awaitReply = (id: number) => new Promise((resolve, reject) => {
    waiting.set(-id, (reply) => (reply['error'] === undefined ? resolve(unpack(reply['value'])) : reject(new Error(String(reply['error'])))))
  })

  /** Events are delivered before `dispatchEvent` returns, so a call has its result at once. */
  function call(target: number, values: unknown[]): unknown {
    const id = ++last
    let reply: Record<string, unknown> = { error: 'no reply' }
    waiting.set(id, (heard) => { reply = heard })
    tell({ kind: 'call', id, target, values: values.map(pack) })
    waiting.delete(id)
    if (reply['error'] !== undefined) throw new Error(String(reply['error']))
    return unpack(reply['value'])
  }

  document.addEventListener(channel + me, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as Record<string, unknown>
    const id = message['id'] as number
    if (message['kind'] === 'call') {
      try {
        tell({ kind: 'reply', id, value: pack(given.get(message['target'] as number)!(...(message['values'] as unknown[]).map(unpack))) })
      } catch (error) {
        tell({ kind: 'reply', id, error: String(error instanceof Error ? error.message : error) })
      }
    } else if (message['kind'] === 'reply') waiting.get(id)?.(message)
    else if (message['kind'] === 'settle') {
      waiting.get(-id)?.(message)
      waiting.delete(-id)
    } else for (const listener of listeners) listener(message)
  })
  return { pack, unpack, tell, hear: (listener) => { listeners.push(listener) } }
}

/** The page's world: puts there what the preload script exposes, unchangeable. */
export function pageWorld(side: Side): void {
  side.hear((message) => {
    if (message['kind'] !== 'expose') return
    Object.defineProperty(window, String(message['key']), { value: side.unpack(message['api']), enumerable: true })
  })
}

/** The preload's world: a sandboxed script finds Electron's bridge and IPC there, and nothing of Node. */
export function preloadWorld(side: Side, names: Names, run: (require: (name: string) => unknown) => void): void {
  const world = globalThis as unknown as Record<string, unknown>
  const toMain = world[names.toMain] as (text: string) => void
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const heard = new Map<string, Plain[]>()
  let last = 0
  world[names.fromMain] = (message: { id?: number; value?: unknown; error?: string; channel?: string; values?: unknown[] }) => {
    if (message.channel !== undefined) {
      for (const listener of heard.get(message.channel) ?? []) listener({}, ...(message.values ?? []))
      return
    }
    const call = pending.get(message.id!)
    pending.delete(message.id!)
    if (message.error === undefined) call?.resolve(message.value)
    else call?.reject(new Error(message.error))
  }
  const ipcRenderer = {
    invoke: (channel: string, ...values: unknown[]) => new Promise((resolve, reject) => {
      const id = ++last
      pending.set(id, { resolve, reject })
      toMain(JSON.stringify({ id, channel, values }))
    }),
    on: (channel: string, listener: Plain) => { heard.set(channel, [...(heard.get(channel) ?? []), listener]) },
    removeListener: (channel: string, listener: Plain) => { heard.set(channel, (heard.get(channel) ?? []).filter((one) => one !== listener)) },
  }
  const contextBridge = { exposeInMainWorld: (key: string, api: object) => side.tell({ kind: 'expose', key, api: side.pack(api) }) }
  run((name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return { ipcRenderer, contextBridge }
  })
}
