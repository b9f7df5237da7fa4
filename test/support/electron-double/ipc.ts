// Calls from the preload script, answered as Electron answers them: the value, or an error stripped to its message.

export interface InvokeEvent {
  senderFrame: { url: string; parent: object | null } | null
}

type Handler = (event: InvokeEvent, ...values: unknown[]) => unknown

const handlers = new Map<string, Handler>()

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  /** Named as in Electron, where the tests of the sender check look it up too. */
  ['_invokeHandlers']: handlers,
}

export async function answerInvoke(channel: string, event: InvokeEvent, values: unknown[]): Promise<{ value: unknown } | { error: string }> {
  const handler = handlers.get(channel)
  if (!handler) return { error: `No handler registered for '${channel}'` }
  try {
    return { value: await handler(event, ...values) }
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}
