// What was acknowledged as saved is there after the program was killed in the middle of saving.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { blockText } from '../../../../../shared/model/statement.ts'
import { openServices } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const saver = fileURLToPath(new URL('../../../../fixtures/saver.ts', import.meta.url))

/** Runs the saver until it has acknowledged `saves` saves, kills it, and tells the last rev it acknowledged. */
function killAfter(saves: number, library: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [saver, library], { stdio: ['ignore', 'pipe', 'inherit'] })
    let heard = ''
    child.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8')
      if (heard.split('\n').length > saves) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => resolve(Number(heard.slice(0, heard.lastIndexOf('\n')).split('\n').at(-1))))
  })
}

test('no acknowledged save is lost, and the library opens for writing again', async () => {
  const library = temporaryFile()
  for (const saves of [1, 7, 20]) {
    const acknowledged = await killAfter(saves, library)
    expect(acknowledged).toBeGreaterThanOrEqual(saves)
    const { db, drafts } = openServices(library)
    expect(db.writable).toBe(true)
    const draft = drafts.open(drafts.list()[0]!.id)
    expect(draft.rev).toBeGreaterThanOrEqual(acknowledged)
    expect(blockText(draft.statement.blocks[0]!)).toBe(`rev ${draft.rev}`)
    db.close()
  }
})
