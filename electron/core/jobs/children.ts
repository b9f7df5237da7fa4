// Programs that a task starts: the runner knows each, so that it ends with the task.
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'

export interface Child {
  /** Of the process that leads its group. */
  pid: number
  /** Its own folder, gone with it. */
  folder: string
}

type Tell = (child: Child, runs: boolean) => void
let tell: Tell = () => {}

/** Who is told of children: in a worker, its runner. */
export function tellOfChildren(told: Tell): void {
  tell = told
}

/** Tells of a child that has started; what is returned tells that it has ended. */
export function announceChild(child: Child): () => void {
  tell(child, true)
  return () => tell(child, false)
}

/** Ends a child with all that it started, and removes its folder. */
export async function endChild({ pid, folder }: Child): Promise<void> {
  if (process.platform === 'win32') {
    await new Promise((resolve) => spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }).once('error', resolve).once('exit', resolve))
  } else {
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {})
}
