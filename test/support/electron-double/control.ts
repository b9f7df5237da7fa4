// The tests' line into the main process, as Playwright's `ElectronApplication.evaluate` is for the real one: a function with
// the Electron module as its first argument.
import { runInThisContext } from 'node:vm'

interface Question {
  evaluate: string
  argument: unknown
  id: number
}

const isQuestion = (message: unknown): message is Question => typeof message === 'object' && message !== null && 'evaluate' in message

export function answerControl(electron: object): void {
  process.on('message', (message) => {
    if (!isQuestion(message)) return
    void answer(message, electron).then((reply) => process.send?.({ id: message.id, ...reply }))
  })
}

async function answer({ evaluate, argument }: Question, electron: object): Promise<{ value: unknown } | { error: string }> {
  try {
    // The source comes from a spec file of this project, over the channel of its own child process.
    const run = runInThisContext(`(${evaluate})`) as (electron: object, argument: unknown) => unknown
    return { value: await run(electron, argument) }
  } catch (error) {
    return { error: String(error) }
  }
}
