// Files spoilt by chance: bytes turned, cut out, said again, put in. fast-check draws them, prints their seed and makes them smaller.
import * as fc from 'fast-check'

type Edit =
  | { kind: 'turn'; at: number; byte: number }
  | { kind: 'cut'; at: number; length: number }
  | { kind: 'repeat'; at: number; length: number; times: number }
  | { kind: 'put'; at: number; word: string }
  | { kind: 'end'; at: number }

/** A place as a share of the file. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

/** Edits of a file, and which of the files given it is; `words` are those that its readers look for. */
export const mutation = (files: number, words: readonly string[]): fc.Arbitrary<{ file: number; edits: Edit[] }> => {
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('turn' as const), at: place, byte: fc.integer({ min: 0, max: 255 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('repeat' as const), at: place, length: fc.integer({ min: 1, max: 60 }), times: fc.integer({ min: 1, max: 200 }) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), at: place, word: fc.constantFrom(...words) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const), at: place }) },
  )
  return fc.record({ file: fc.nat(files - 1), edits: fc.array(edit, { minLength: 1, maxLength: 8 }) })
}

export function mutated(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  return edits.reduce<Uint8Array>((before, edit) => {
    const at = Math.floor(edit.at * before.length)
    const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
    switch (edit.kind) {
      case 'turn': return before.length === 0 ? before : before.with(at, edit.byte)
      case 'cut': return joined(before.subarray(0, at), before.subarray(at + edit.length))
      case 'repeat': {
        const piece = before.subarray(at, at + edit.length)
        return joined(before.subarray(0, at), ...Array.from({ length: edit.times }, () => piece), before.subarray(at))
      }
      case 'put': return joined(before.subarray(0, at), Buffer.from(edit.word), before.subarray(at))
      case 'end': return before.subarray(0, at)
    }
  }, bytes)
}
