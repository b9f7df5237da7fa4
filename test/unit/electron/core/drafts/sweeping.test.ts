// Undo steps of a draft that was left alone go while the library stays open, and out of its log.
import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { sweepTrails } from '../../../../../electron/core/drafts/sweeping.ts'
import type { Block } from '../../../../../shared/model/statement.ts'
import { stepBetween } from '../../../../../shared/model/trail.ts'
import { openServices } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

afterEach(() => void vi.useRealTimers())

const HOUR = 60 * 60_000
const block = (text: string): Block => ({ id: 'b1', kind: 'paragraph', runs: [{ text }] })
const holding = (text: string) => ({ blocks: [block(text)], comments: [] })

test('a draft left open a day ago loses its steps within the hour, and the log their words', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const path = temporaryFile()
  const { db, drafts, log, ports } = openServices(path)
  const begun = Date.UTC(2026, 0, 1)
  let now = begun
  ports.now = () => new Date(now)
  const { id, statement } = drafts.start({ from: { kind: 'form', form: 'communique-ru' }, parties: [], date: null, place: null })
  drafts.save(id, 1, { ...statement, blocks: [block('kept')] }, {
    from: 0, steps: [stepBetween(holding('struckword'), holding('kept'), { before: null, after: null })], done: 1, caret: null,
  })
  const onDisk = () => [path, `${path}-wal`].some((file) => readFileSync(file).includes('struckword'))

  const stop = sweepTrails({ db, drafts, log })
  now = begun + 23 * HOUR
  vi.advanceTimersByTime(HOUR)
  expect([drafts.resume(id).trail?.steps.length, onDisk()]).toEqual([1, true])

  now = begun + 25 * HOUR
  vi.advanceTimersByTime(HOUR)
  expect([db.all('SELECT * FROM draft_step'), onDisk()]).toEqual([[], false])

  stop()
  db.close()
  vi.advanceTimersByTime(HOUR)
})
