// What a start loads: the writers of PDF and DOCX are for the worker, and cost a third of the start where anything of the main
// thread imports them.
import { expect, test } from 'vitest'
import { importsOf, readSource } from './sources.ts'

const STARTS = ['electron/host/cli/run.ts', 'electron/main/index.ts']
const HEAVY = ['docx', '@myriaddreamin/typst-ts-node-compiler', 'jschardet', 'linkedom', 'pdfjs-dist', 'node:http']

/** The source without what is not loaded with it: types, and what is imported or required when first needed. */
const atOnce = (text: string) => text.replaceAll(/^import type [\s\S]*?from '.*'$/gm, '').replaceAll(/\b(?:import|require)\([^)]*\)/g, '')

test.each(STARTS)('%s leads to no heavy package', (start) => {
  const ways = new Map([[start, start]])
  const heavy: string[] = []
  for (const [file, way] of ways) {
    for (const target of importsOf(file, atOnce(readSource(file)))) {
      if ('package' in target) {
        if (HEAVY.includes(target.package)) heavy.push(`${way} → ${target.package}`)
      } else if (target.path.endsWith('.ts') && !ways.has(target.path)) ways.set(target.path, `${way} → ${target.path}`)
    }
  }
  expect(ways.size).toBeGreaterThan(50)
  expect(heavy).toEqual([])
})
