// What an officer would have without Alternat, measured on the same texts: the package `diff`, git and LibreOffice. Each tells
// its time and how many words it marks.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffArrays, diffWords } from 'diff'
import { strFromU8, unzipSync } from 'fflate'
import { findLibreOffice } from '../../support/tools.ts'
import { timed } from './bench.ts'
import { wordsOf, type Planted } from './planted.ts'

export interface Peer {
  milliseconds: number
  marked: number
}

type Sides = Pick<Planted, 'old' | 'new'>

/** `diff` by paragraph, then by words with a segmenter where paragraphs were replaced. */
export function byDiff({ old, new: now }: Sides, language: string): Peer {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' })
  let marked = 0
  const milliseconds = timed(() => {
    let gone = ''
    const leave = () => {
      marked += wordsOf(gone).length
      gone = ''
    }
    for (const { value, added, removed } of diffArrays([...old], [...now])) {
      if (!added) leave()
      if (removed) gone = value.join('\n')
      if (!added) continue
      for (const change of diffWords(gone, value.join('\n'), { intlSegmenter })) {
        if (change.added || change.removed) marked += wordsOf(change.value).length
      }
      gone = ''
    }
    leave()
  })
  return { milliseconds, marked }
}

/** `git diff --word-diff`, from the start of the program to its end. */
export function byGit({ old, new: now }: Sides): Peer {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'old'), `${old.join('\n')}\n`)
    writeFileSync(join(folder, 'new'), `${now.join('\n')}\n`)
    let output = ''
    const milliseconds = timed(() => {
      output = spawnSync('git', ['diff', '--no-index', '--no-color', '--word-diff=porcelain', 'old', 'new'], {
        cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28,
      }).stdout
    })
    const changed = output.split('\n').filter((line) => /^[+-](?![+-]{2} )/u.test(line))
    return { milliseconds, marked: changed.reduce((sum, line) => sum + wordsOf(line).length, 0) }
  })
}

/** LibreOffice's "Compare document", both texts already loaded; null where it is not installed. */
export function byLibreOffice({ old, new: now }: Sides): Peer | null {
  const office = findLibreOffice()
  if (!office) return null
  return inFolder((folder) => {
    writeFileSync(join(folder, 'old.txt'), old.join('\n'))
    writeFileSync(join(folder, 'new.txt'), now.join('\n'))
    const script = join(import.meta.dirname, 'officeCompare.py')
    const printed = execFileSync(office.python, [script, office.soffice, join(folder, 'profile'), folder], { encoding: 'utf8' })
    const xml = strFromU8(unzipSync(readFileSync(join(folder, 'compared.docx')))['word/document.xml']!)
    const inserted = [...xml.matchAll(/<w:ins .*?<\/w:ins>/gsu)].map(([run]) => run)
    const texts = [...inserted, ...[...xml.matchAll(/<w:delText[^>]*>[^<]*<\/w:delText>/gu)].map(([run]) => run)]
    return {
      milliseconds: Number(printed),
      marked: texts.reduce((sum, run) => sum + wordsOf(run.replace(/<[^>]*>/gu, '')).length, 0),
    }
  })
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-bench-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
