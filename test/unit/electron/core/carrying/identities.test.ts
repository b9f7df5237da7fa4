// What was said of language versions and of documents that reports name, between two libraries: both histories are kept, each act can be
// undone, what is settled here stays, and nothing comes twice.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryLook } from '../../../../../electron/core/carrying/tasks.ts'
import type { DeclarationId } from '../../../../../shared/model/ids.ts'
import { bring, openOther, out, store, type Library } from '../../../../support/carried.ts'
import { NAMED, reportOf } from '../../../../support/named.ts'

const WORDS = ['рост', 'мир', 'воду', 'леса']

/** Ids of declarations by the word that tells them apart. */
const ids = ({ library }: Library): DeclarationId[] => {
  const all = library.list().declarations.map(({ id }) => ({ id, text: library.open(id).clauses[0]!.text }))
  return WORDS.map((word) => all.find(({ text }) => text.includes(word))?.id as DeclarationId)
}

/** Two libraries with the same four declarations, each imported for itself. */
function twins(): [Library, Library] {
  const both: [Library, Library] = [openOther(), openOther()]
  for (const library of both) for (const word of WORDS) store(library, word)
  return both
}

/** What was said in order, with words in place of ids and acts counted from the first. */
function said(library: Library): string[] {
  const words = new Map(ids(library).map((id, index) => [id, WORDS[index]]))
  return library.db.all<{ kind: string; one: DeclarationId; other: DeclarationId; since: number; until: number | null }>('SELECT * FROM language_version ORDER BY since, rowid')
    .map(({ kind, one, other, since, until }) => `${since}–${until ?? ''} ${kind} ${words.get(one)} ${words.get(other)}`)
}
const inForce = (library: Library) => said(library).filter((row) => /^\d+– /u.test(row)).map((row) => row.replace(/^\S+ /u, '').split(' ').sort().join(' ')).sort()
const languages = (to: Library, from: Library) => carryLook(to.db, out(from)).languages

function listed<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const groups = (library: Library) => {
  const all = ids(library)
  return listed(library.languages.list()).groups.map((group) => group.map((id) => WORDS[all.indexOf(id)]).sort().join(' ')).sort()
}

describe('language versions', () => {
  test('go to an empty library as they were said, with what was revoked, and are undone there', () => {
    const from = openOther()
    for (const word of WORDS) store(from, word)
    const [rost, mir, vodu] = ids(from)
    from.languages.join(rost!, mir!)
    from.languages.join(mir!, vodu!)
    from.languages.part(rost!, mir!)
    const to = openOther()
    const { languages: counts } = bring(to, out(from)).summary
    expect(counts).toEqual({ new: said(from).length, same: 0, revoked: 0, contrary: 0 })
    expect(said(to)).toEqual(said(from))
    expect(groups(to)).toEqual(['воду рост'])
    for (const { languages: each } of [from, to]) each.undo(3)
    expect(groups(to)).toEqual(['воду мир рост'])
  })

  test('of both sides stand in both; what one side took back is taken back, and can be had again', () => {
    const [mine, theirs] = twins()
    mine.languages.join(ids(mine)[0]!, ids(mine)[1]!)
    bring(theirs, out(mine))
    expect(languages(theirs, mine)).toEqual({ new: 0, same: 1, revoked: 0, contrary: 0 })
    theirs.languages.part(ids(theirs)[0]!, ids(theirs)[1]!)
    expect(languages(mine, theirs)).toEqual({ new: 1, same: 1, revoked: 1, contrary: 0 })
    bring(mine, out(theirs))
    expect(groups(mine)).toEqual([])
    mine.languages.undo(2)
    expect(groups(mine)).toEqual(['мир рост'])
  })

  test('that contradict each other are told before, and the pair stays one', () => {
    const [mine, theirs] = twins()
    mine.languages.join(ids(mine)[0]!, ids(mine)[1]!)
    theirs.languages.part(ids(theirs)[1]!, ids(theirs)[0]!)
    expect(languages(mine, theirs)).toEqual({ new: 1, same: 0, revoked: 0, contrary: 1 })
    bring(mine, out(theirs))
    expect(groups(mine)).toEqual(['мир рост'])
    expect(languages(mine, theirs).contrary).toBe(0)
  })

  test('hang together without a text that stays at home', () => {
    const [from, to] = [openOther(), openOther()]
    for (const word of WORDS) store(from, word)
    const [rost, mir, vodu, lesa] = ids(from)
    from.languages.join(rost!, mir!)
    from.languages.join(mir!, vodu!)
    from.languages.join(vodu!, lesa!)
    bring(to, out(from, { declarations: [rost!, vodu!, lesa!], drafts: [] }))
    expect(groups(to)).toEqual(['воду леса рост'])
  })

  test('whatever was said on both sides: nothing is lost, both sides agree, and it comes once', () => {
    const acts = fc.array(fc.tuple(fc.constantFrom('join', 'join', 'part', 'undo'), fc.nat(3), fc.nat(3)), { maxLength: 6 })
    const perform = (library: Library, list: readonly (readonly [string, number, number])[]) => {
      const all = ids(library)
      for (const [kind, one, other] of list) {
        const latest = library.db.get<{ act: number | null }>('SELECT max(max(since), max(ifnull(until, 0))) AS act FROM language_version')!.act
        if (kind === 'undo' && latest) library.languages.undo(latest)
        else if (one !== other && kind === 'join') library.languages.join(all[one]!, all[other]!)
        else if (one !== other && kind === 'part') library.languages.part(all[one]!, all[other]!)
      }
    }
    fc.assert(fc.property(acts, acts, (one, other) => {
      const [mine, theirs] = twins()
      perform(mine, one)
      perform(theirs, other)
      const [fromMine, fromTheirs, own] = [out(mine), out(theirs), said(mine)]
      bring(mine, fromTheirs)
      bring(theirs, fromMine)
      expect(inForce(mine)).toEqual(inForce(theirs))
      const made = (rows: readonly string[]) => rows.map((row) => row.replace(/–\d*/u, ''))
      expect(made(said(mine)).slice(0, own.length)).toEqual(made(own))
      const settled = said(mine)
      for (const again of [fromTheirs, out(theirs)]) expect(bring(mine, again).summary.languages).toMatchObject({ new: 0, revoked: 0, contrary: 0 })
      expect(said(mine)).toEqual(settled)
    }), { numRuns: 25 })
  })
})

describe('documents that reports name', () => {
  const known = ({ documents }: Library) => listed(documents.list()).sort((one, other) => one.name.localeCompare(other.name))
  const byName = (library: Library, name: string) => known(library).find((each) => each.name === name)!
  const answers = (library: Library) => known(library).map(({ name, declaration, dismissed }) => ({ name, text: ids(library).indexOf(declaration!), dismissed }))
  const look = (to: Library, from: Library) => carryLook(to.db, out(from)).documents
  function withReport(library: Library): Library {
    library.library.store(reportOf(NAMED))
    return library
  }

  test('come with their reports as they were, also where another text would be taken for one', () => {
    const from = withReport(twins()[0])
    from.documents.tie(byName(from, NAMED[1]).id, ids(from)[2]!)
    from.documents.dismiss(byName(from, NAMED[2]).id, true)
    const to = openOther()
    store(to, 'озёра', { title: NAMED[0], date: '2024-05-14' })
    const looked = look(to, from)
    expect(bring(to, out(from)).summary.documents).toEqual(looked)
    expect(looked).toEqual({ new: 3, same: 0, settled: 0, contrary: 0 })
    expect(answers(to)).toEqual(answers(from))
    expect(look(to, from)).toEqual({ new: 0, same: 3, settled: 0, contrary: 0 })
  })

  test('open here are settled as the file has it; settled here they stay, and what differs is told before', () => {
    const [mine, theirs] = twins()
    for (const library of [mine, theirs]) withReport(library)
    theirs.documents.tie(byName(theirs, NAMED[0]).id, ids(theirs)[0]!)
    theirs.documents.dismiss(byName(theirs, NAMED[1]).id, true)
    theirs.documents.dismiss(byName(theirs, NAMED[2]).id, true)
    mine.documents.tie(byName(mine, NAMED[2]).id, ids(mine)[1]!)
    expect(look(mine, theirs)).toEqual({ new: 0, same: 0, settled: 2, contrary: 1 })
    bring(mine, out(theirs))
    expect(byName(mine, NAMED[0]).declaration).toBe(ids(mine)[0])
    expect(byName(mine, NAMED[1]).dismissed).toBe(true)
    expect(byName(mine, NAMED[2])).toMatchObject({ declaration: ids(mine)[1], dismissed: false })
    expect(look(mine, theirs)).toEqual({ new: 0, same: 2, settled: 0, contrary: 1 })
    expect(look(theirs, mine)).toMatchObject({ same: 2, contrary: 1 })
  })

  test('whose text stays at home come without it', () => {
    const from = withReport(twins()[0])
    from.documents.tie(byName(from, NAMED[0]).id, ids(from)[0]!)
    const report = from.library.list().declarations.find(({ grade }) => grade === 'press-report')!.id
    const to = openOther()
    bring(to, out(from, { declarations: [report], drafts: [] }))
    expect(byName(to, NAMED[0]).declaration).toBeNull()
    expect(look(to, from)).toEqual({ new: 0, same: 2, settled: 1, contrary: 0 })
  })

  test('of reports here have their text when it comes, as when it is imported', () => {
    const here = withReport(openOther())
    const from = openOther()
    const text = store(from, 'рост', { title: NAMED[0], date: '2024-05-14' })
    bring(here, out(from))
    expect(byName(here, NAMED[0]).declaration).toBe(text)
  })

  test('in a report that an earlier version stored are read before the file is compared with them', () => {
    const [mine, theirs] = twins()
    for (const library of [mine, theirs]) withReport(library)
    theirs.documents.dismiss(byName(theirs, NAMED[0]).id, true)
    mine.db.write(() => {
      mine.db.run('DELETE FROM naming')
      mine.db.run("INSERT INTO unread_report (declaration) SELECT id FROM declaration WHERE grade = 'press-report'")
    })
    bring(mine, out(theirs))
    expect(byName(mine, NAMED[0]).dismissed).toBe(true)
  })
})

test('what names texts that the file does not hold, or one text twice, is left out', () => {
  const [mine, theirs] = twins()
  const [first, second] = ids(theirs)
  theirs.db.write(() => {
    theirs.db.run("INSERT INTO language_version (kind, one, other, since) VALUES ('same', ?, ?, 1)", first!, first!)
    theirs.db.run("INSERT INTO language_version (kind, one, other, since) VALUES ('same', ?, ?, 2)", first!, second!)
  })
  bring(mine, out(theirs, { declarations: [first!], drafts: [] }))
  expect(said(mine)).toEqual([])
})
