// Corrections of lineages and kept searches between two libraries: both histories are kept, each act can be undone, and nothing
// comes twice.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { carryLook } from '../../../../../electron/core/carrying/tasks.ts'
import type { ClauseId, DeclarationId } from '../../../../../shared/model/ids.ts'
import { bring, openOther, out, store, type Library } from '../../../../support/carried.ts'

const WORDS = ['рост', 'мир', 'воду', 'леса']

/** The first clauses of the declarations of a library, by the word that tells them apart. */
function clausesOf({ library }: Library): ReadonlyMap<string, ClauseId> {
  const ids = library.list().declarations.map(({ id }) => library.open(id).clauses[0]!)
  return new Map(ids.map(({ id, text }) => [WORDS.find((word) => text.includes(word))!, id]))
}
const at = (library: Library, word: number) => clausesOf(library).get(WORDS[word]!)!

/** Corrections in order, with words in place of ids and acts counted from the first. */
function corrections(library: Library): string[] {
  const words = new Map([...clausesOf(library)].map(([word, id]) => [id as string, word]))
  const rows = library.db.all<{ kind: string; one: string; other: string | null; since: number; until: number | null }>(
    'SELECT kind, one, other, since, until FROM correction ORDER BY since, rowid')
  return rows.map(({ kind, one, other, since, until }) => `${since}–${until ?? ''} ${kind} ${words.get(one)} ${other === null ? '' : words.get(other)}`)
}
const inForce = (library: Library) => corrections(library).filter((row) => /^\d+– /u.test(row)).map((row) => row.replace(/^\S+ /u, '')).sort()

/** Two libraries with the same four declarations, each imported for itself. */
function twins(): [Library, Library] {
  const both: [Library, Library] = [openOther(), openOther()]
  for (const library of both) for (const word of WORDS) store(library, word)
  return both
}
const counts = (to: Library, from: Library) => carryLook(to.db, out(from)).corrections

describe('corrections', () => {
  test('go to an empty library as they were made, with what was revoked, and are undone there', () => {
    const from = openOther()
    for (const word of WORDS) store(from, word)
    from.lineage.join(at(from, 0), at(from, 1))
    from.lineage.takeOut(at(from, 0))
    from.lineage.pin([at(from, 1), at(from, 2), at(from, 3)], true)
    const to = openOther()
    expect(bring(to, out(from)).summary.corrections).toEqual({ new: 4, same: 0, revoked: 0, contrary: 0 })
    expect(corrections(to)).toEqual(corrections(from))
    for (const act of [3, 2]) for (const { lineage } of [from, to]) lineage.undo(act)
    expect(corrections(to)).toEqual(['1– joined рост мир'])
  })

  test('of both sides stand in both, those here first, and nothing comes twice', () => {
    const [mine, theirs] = twins()
    mine.lineage.join(at(mine, 0), at(mine, 1))
    theirs.lineage.takeOut(at(theirs, 2))
    theirs.lineage.join(at(theirs, 1), at(theirs, 0))
    expect(bring(mine, out(theirs)).summary.corrections).toEqual({ new: 1, same: 1, revoked: 0, contrary: 0 })
    expect(corrections(mine)).toEqual(['1– joined рост мир', '2– apart воду '])
    expect(bring(mine, out(theirs)).summary.corrections).toEqual({ new: 0, same: 2, revoked: 0, contrary: 0 })
    bring(theirs, out(mine))
    expect(inForce(theirs).length).toBe(2)
  })

  test('what one side took back is taken back, and can be had again', () => {
    const [mine, theirs] = twins()
    mine.lineage.join(at(mine, 0), at(mine, 1))
    bring(theirs, out(mine))
    theirs.lineage.takeOut(at(theirs, 0))
    expect(counts(mine, theirs)).toEqual({ new: 1, same: 1, revoked: 1, contrary: 0 })
    bring(mine, out(theirs))
    expect(inForce(mine)).toEqual(['apart рост '])
    mine.lineage.undo(2)
    expect(inForce(mine)).toEqual(['joined рост мир'])
  })

  test('that contradict each other are told before, and both stay', () => {
    const [mine, theirs] = twins()
    mine.lineage.join(at(mine, 0), at(mine, 1))
    theirs.lineage.takeOut(at(theirs, 0))
    expect(counts(mine, theirs)).toEqual({ new: 1, same: 0, revoked: 0, contrary: 1 })
    bring(mine, out(theirs))
    expect(inForce(mine)).toEqual(['apart рост ', 'joined рост мир'])
    expect(counts(mine, theirs).contrary).toBe(0)
  })

  test('of what does not go along stay at home', () => {
    const [mine, theirs] = twins()
    theirs.lineage.join(at(theirs, 0), at(theirs, 1))
    theirs.lineage.takeOut(at(theirs, 2))
    const chosen = theirs.library.list().declarations.map(({ id }) => id).filter((id) => theirs.library.open(id).clauses[0]!.id !== at(theirs, 1))
    expect(bring(mine, out(theirs, { declarations: chosen, drafts: [] })).summary.counts.corrections).toBe(1)
    expect(inForce(mine)).toEqual(['apart воду '])
  })

  test('whatever was corrected on both sides: nothing is lost, both sides agree, and it comes once', () => {
    const act = fc.tuple(fc.constantFrom('join', 'takeOut', 'pin', 'unpin', 'undo'), fc.nat(3), fc.nat(3))
    const acts = fc.array(act, { maxLength: 6 })
    const perform = (library: Library, list: readonly (readonly [string, number, number])[]) => {
      for (const [kind, one, other] of list) {
        const [a, b] = [at(library, one), at(library, other)]
        const latest = library.db.get<{ act: number | null }>('SELECT max(max(since), max(ifnull(until, 0))) AS act FROM correction')!.act
        if (kind === 'undo' && latest !== null) library.lineage.undo(latest)
        else if (kind === 'takeOut') library.lineage.takeOut(a)
        else if (a !== b && kind === 'join') library.lineage.join(a, b)
        else if (a !== b) library.lineage.pin([a, b], kind === 'pin')
      }
    }
    fc.assert(fc.property(acts, acts, (one, other) => {
      const [mine, theirs] = twins()
      perform(mine, one)
      perform(theirs, other)
      const [fromMine, fromTheirs] = [out(mine), out(theirs)]
      const own = corrections(mine)
      bring(mine, fromTheirs)
      bring(theirs, fromMine)
      const unordered = (library: Library) => inForce(library).map((row) => row.split(' ').sort().join(' ')).sort()
      expect(unordered(mine)).toEqual(unordered(theirs))
      const made = (rows: readonly string[]) => rows.map((row) => row.replace(/–\d*/u, ''))
      expect(made(corrections(mine)).slice(0, own.length)).toEqual(made(own))
      const settled = corrections(mine)
      for (const again of [fromTheirs, out(theirs)]) expect(bring(mine, again).summary.corrections).toMatchObject({ new: 0, revoked: 0, contrary: 0 })
      expect(corrections(mine)).toEqual(settled)
    }), { numRuns: 25 })
  })
})

describe('kept searches', () => {
  const names = ({ searches }: Library) => searches.list().map(({ name }) => name)

  test('go along, narrowed to the declarations as they are known here; one of the same words stands once', () => {
    const [mine, theirs] = twins()
    const [first] = theirs.library.list().declarations
    theirs.searches.save('О реках', 'реки', { declarations: [first!.id] })
    theirs.searches.save('Общий', 'вода', {})
    mine.searches.save('У меня иначе', 'вода', {})
    expect(bring(mine, out(theirs)).summary.searches).toEqual({ new: 1, same: 1, renamed: 0 })
    const [narrowed] = mine.searches.list().find(({ name }) => name === 'О реках')!.filter.declarations!
    expect(mine.library.open(narrowed!).declaration.title).toBe(first!.title)
    expect(bring(mine, out(theirs)).summary.searches).toEqual({ new: 0, same: 2, renamed: 0 })
  })

  test('get another name where theirs is taken', () => {
    const [mine, theirs] = twins()
    mine.searches.save('Вода', 'реки', {})
    theirs.searches.save('вода', 'озёра', {})
    expect(bring(mine, out(theirs)).summary.searches).toEqual({ new: 1, same: 0, renamed: 1 })
    expect(names(mine)).toEqual(['Вода', 'вода (перенос)'])
    bring(mine, out(theirs))
    expect(names(mine)).toEqual(['Вода', 'вода (перенос)'])
  })

  test('stay at home where only a part goes', () => {
    const [mine, theirs] = twins()
    theirs.searches.save('Вода', 'озёра', {})
    bring(mine, out(theirs, { declarations: theirs.library.list().declarations.map(({ id }) => id), drafts: [] }))
    expect(names(mine)).toEqual([])
  })
})

test('a file of the first version, which knew neither, is read', () => {
  const to = openOther()
  const file = readFileSync(join(import.meta.dirname, '../../../../fixtures/carried/version-1.altcarry'))
  expect(bring(to, file).summary.counts).toEqual({ declarations: 6, corrections: 0, languages: 0, documents: 0, searches: 0, drafts: 1, versions: 1 })
  expect(to.library.list().declarations).toHaveLength(6)
})

describe('a declaration that is deleted for good', () => {
  const remove = ({ library }: Library, id: DeclarationId) => {
    if (library.declarations().some((declaration) => declaration.id === id)) library.remove(id)
    library.deleteForGood(id)
  }
  const declarationOf = ({ library }: Library, clause: ClauseId) => library.openClause(clause).declarationId

  test('leaves nothing of itself among the corrections; removed only, it has them again', () => {
    const [mine] = twins()
    const clause = at(mine, 0)
    const id = declarationOf(mine, clause)
    mine.lineage.join(clause, at(mine, 1))
    mine.lineage.takeOut(clause)
    mine.lineage.join(at(mine, 2), at(mine, 3))
    const before = corrections(mine)
    mine.library.remove(id)
    mine.library.restore(id)
    expect(corrections(mine)).toEqual(before)
    remove(mine, id)
    expect(corrections(mine)).toEqual([before.at(-1)])
    const tables = mine.db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'clause_index%'")
    for (const { name } of tables) expect(JSON.stringify(mine.db.all(`SELECT * FROM ${name}`))).not.toContain(id)
  })

  test('hands them to a clause of its words that is here', () => {
    const [mine] = twins()
    const clause = at(mine, 0)
    const id = declarationOf(mine, clause)
    mine.lineage.join(clause, at(mine, 1))
    mine.library.remove(id)
    const again = store(mine, WORDS[0]!)
    remove(mine, id)
    expect(declarationOf(mine, at(mine, 0))).toBe(again)
    expect(corrections(mine)).toEqual(['1– joined рост мир'])
  })
})
