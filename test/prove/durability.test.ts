// What was acknowledged as saved is there, attacked many times. Prints its figures; `docs/reliability.md` gives those of a run.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrations } from '../../electron/core/db/migrations/index.ts'
import { acknowledged, cutMigration, cutPower, failDisk, failures, harm, killAfter, saver } from '../support/attack.ts'
import { cutConversion } from '../support/conversionAttack.ts'
import { buildRecorder, type Fault } from '../support/disk/recording.ts'
import { temporaryFile, temporaryFolder } from '../support/temporary.ts'

const LONG = 60 * 60_000
/** Saves under a fault, each of which is to be refused and made again, or not to need the call that failed. */
const SAVES = 8
const recorder = buildRecorder()
const canMount = process.platform === 'linux' && spawnSync('unshare', ['--mount', '--map-root-user', 'true']).status === 0
if (!canMount) console.warn('a tiny disk not tried: no private mounts here')

test('killed 200 times while saving', async () => {
  const library = temporaryFile()
  const harmed: string[] = []
  let revs = 0
  for (let kill = 0; kill < 200; kill++) {
    const rev = await killAfter(1 + (kill * 7) % 40, library)
    const wrong = harm(library, rev)
    if (wrong) harmed.push(wrong)
    revs = rev
  }
  console.log(`kill -9: 200 kills, ${revs} revs acknowledged, harm ${harmed.length}`)
  expect(harmed).toEqual([])
}, LONG)

describe.skipIf(!recorder)('the power cut 300 times', () => {
  test.each(['all', 'some'] as const)('while saving, %s of what was not synced lost', async (loss) => {
    for (const isEncrypted of [false, true]) {
      const { cuts, harm } = await cutPower({ recorder: recorder!, saves: 260, cuts: 300, loss, isEncrypted })
      console.log(`power cuts${isEncrypted ? ', encrypted' : ''}, ${loss} unsynced lost: ${cuts} cuts, harm ${harm.length}`)
      expect(harm).toEqual([])
      expect(cuts).toBe(300)
    }
  }, LONG)

  test.each([false, true])('over a library that does not wait for the disk, encrypted: %s: the simulation tells', async (isEncrypted) => {
    const { cuts, harm } = await cutPower({ recorder: recorder!, saves: 260, cuts: 300, loss: 'all', manner: 'careless', isEncrypted })
    console.log(`power cuts${isEncrypted ? ', encrypted' : ''}, without waiting for the disk: ${cuts} cuts, harm ${harm.length}`)
    expect(harm.length).toBeGreaterThan(0)
  }, LONG)

  test.each(['encrypted', 'plain'] as const)('while a library becomes %s', async (to) => {
    const { cuts, harm } = await cutConversion(recorder!, to, 300)
    console.log(`power cuts while it becomes ${to}: ${cuts} cuts, harm ${harm.length}`)
    expect(harm).toEqual([])
  }, LONG)

  test.each(migrations.slice(1).map((_, index) => index + 1))('at every write of the way up from %i steps', async (steps) => {
    const { cuts, harm } = await cutMigration(recorder!, steps, 300)
    console.log(`migration from ${steps} steps: ${cuts} cuts, harm ${harm.length}`)
    expect(harm).toEqual([])
  }, LONG)
})

describe.skipIf(!recorder)('a disk that fails at every call in turn', () => {
  const kinds: Omit<Fault, 'at'>[] = [{ call: 'write', error: 'EIO' }, { call: 'write', error: 'ENOSPC' }, { call: 'sync', error: 'EIO' }]
  test.each(kinds)('$call with $error', async (kind) => {
    const first = temporaryFile()
    await killAfter(3, first)
    harm(first, 0)
    const harmed: string[] = []
    let untold = 0
    let at = 1
    for (; ; at++) {
      const library = temporaryFile()
      copyFileSync(first, library)
      const { fired, told, harm: wrong } = await failDisk(recorder!, library, SAVES, { ...kind, at })
      if (wrong) harmed.push(`${at}: ${wrong}`)
      if (!fired) break
      if (told.length === 0) untold += 1
    }
    console.log(`${kind.error} at each ${kind.call}: ${at - 1} faults, ${untold} of them in no save's way, harm ${harmed.length}`)
    expect(harmed).toEqual([])
    // Each save syncs once at least, and writes before it.
    expect(at - 1).toBeGreaterThanOrEqual(SAVES)
  }, LONG)
})

test.skipIf(!canMount)('a tiny disk that fills up: what was acknowledged is kept, the refusal says so, saving goes on when there is room', () => {
  const folder = temporaryFolder()
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const save = (count: number) => `"${process.execPath}" "${saver}" "${disk}/library.alternat" ${count}`
  const script = [`mount -t tmpfs -o size=3m none "${disk}"`, `head -c 1500000 /dev/zero > "${disk}/filler"`, save(500), 'echo room', `rm "${disk}/filler"`, save(5), `cp "${disk}"/library.alternat* "${folder}"`]
  const { stdout } = spawnSync('unshare', ['--mount', '--map-root-user', 'sh', '-c', script.join('\n')], { encoding: 'utf8' })
  const [full, room] = stdout.split('room\n') as [string, string]
  console.log(`tiny disk: ${acknowledged(full)} revs acknowledged, ${failures(full).length} refusals, then rev ${acknowledged(room)}`)
  expect(new Set(failures(full))).toEqual(new Set(['disk-full']))
  expect(acknowledged(room)).toBeGreaterThanOrEqual(acknowledged(full) + 5)
  expect(harm(join(folder, 'library.alternat'), acknowledged(room))).toBeNull()
}, LONG)
