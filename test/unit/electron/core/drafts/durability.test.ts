// What was acknowledged as saved is there: after a kill, after a power cut, on a disk that fails. A few attacks of each kind;
// `npm run prove` makes many.
import { describe, expect, test } from 'vitest'
import { cutMigration, cutPower, failDisk, harm, killAfter } from '../../../../support/attack.ts'
import { buildRecorder } from '../../../../support/disk/recording.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const recorder = buildRecorder()

test('killed while saving', async () => {
  const library = temporaryFile()
  for (const saves of [1, 7, 20]) {
    const rev = await killAfter(saves, library)
    expect(rev).toBeGreaterThanOrEqual(saves)
    expect(harm(library, rev)).toBeNull()
  }
})

describe.skipIf(!recorder)('power cuts', () => {
  test.each(['all', 'some'] as const)('while saving to a new library, %s of what was not synced lost', async (loss) => {
    expect(await cutPower({ recorder: recorder!, saves: 24, cuts: 20, loss })).toEqual({ cuts: 20, harm: [] })
  }, 120_000)

  test.each(['all', 'some'] as const)('while saving to an encrypted library, %s of what was not synced lost: all is kept, nothing is plain', async (loss) => {
    expect(await cutPower({ recorder: recorder!, saves: 12, cuts: 10, loss, isEncrypted: true })).toEqual({ cuts: 10, harm: [] })
  }, 120_000)

  test('are noticed where a library does not wait for the disk', async () => {
    for (const isEncrypted of [false, true]) {
      const { harm } = await cutPower({ recorder: recorder!, saves: 12, cuts: 6, loss: 'all', manner: 'careless', isEncrypted })
      expect(harm.filter((said) => said.includes('lost')).length).toBeGreaterThan(0)
    }
  }, 120_000)

  test.each([1, 2, 3])('while a library of %i steps is brought up to date: the old schema or the new one', async (steps) => {
    expect(await cutMigration(recorder!, steps, 12)).toEqual({ cuts: 12, harm: [] })
  }, 120_000)
})

describe.skipIf(!recorder)('a disk that fails', () => {
  test.each([
    ['write', 20, 'EIO', 'disk-failing'],
    ['write', 24, 'ENOSPC', 'disk-full'],
    ['sync', 4, 'EIO', 'disk-failing'],
  ] as const)('at %s %i with %s: the save is refused, tried again and kept', async (call, at, error, code) => {
    const library = temporaryFile()
    await killAfter(2, library)
    expect(await failDisk(recorder!, library, 6, { call, at, error })).toEqual({ fired: true, told: [code], harm: null })
  }, 60_000)
})
