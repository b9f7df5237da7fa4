// Files stay in memory under handles that are no paths, up to a limit.
import { describe, expect, test } from 'vitest'
import { createFileStage } from '../../../../../electron/core/files/stage.ts'
import { MAX_FILE_BYTES } from '../../../../../shared/contract/app.ts'
import type { FileHandle } from '../../../../../shared/model/ids.ts'
import { countingPorts } from '../../../../support/services.ts'

const bytes = (size: number) => new Uint8Array(size)
const missing = expect.objectContaining({ code: 'not-found' })

describe('a staged file', () => {
  const files = createFileStage(countingPorts(), 100)

  test('is found by its handle until it is dropped', () => {
    const handle = files.put('a.txt', bytes(10))
    expect(files.get(handle)).toEqual({ name: 'a.txt', bytes: bytes(10) })
    files.drop(handle)
    expect(() => files.get(handle)).toThrow(missing)
    expect(() => files.drop(handle)).not.toThrow()
  })

  test('that nobody handed over is not found', () => expect(() => files.get('etc-passwd' as FileHandle)).toThrow(missing))

  test('makes room for newer ones when it was not used for longest', () => {
    const [first, second] = [files.put('1', bytes(40)), files.put('2', bytes(40))]
    files.get(first)
    const third = files.put('3', bytes(40))
    expect(() => files.get(second)).toThrow(missing)
    expect([files.get(first).name, files.get(third).name]).toEqual(['1', '3'])
  })

  test('larger than all room is kept alone', () => expect(files.get(files.put('large', bytes(150))).name).toBe('large'))

  test('over the limit of one file is refused by its name', () => {
    const huge = { length: MAX_FILE_BYTES + 1 } as Uint8Array
    expect(() => files.put('huge.docx', huge)).toThrow(expect.objectContaining({ code: 'file-too-large', details: { name: 'huge.docx', limit: 48 } }))
  })
})
