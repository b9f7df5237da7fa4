// Runs benches by name, all without one: `npm run bench -- compare import`; `--large` also takes what needs gigabytes and minutes.
// A bench is a file beside this one. Exits with 1 where a figure misses its bar.
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { passes, type Bench, type Figure } from './support/bench.ts'

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && file !== 'index.ts')
const known = files.map((file) => basename(file, '.ts'))
const large = process.argv.includes('--large')
const wanted = process.argv.slice(2).filter((word) => word !== '--large')
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are: ${known.join(', ')}`)
  process.exit(2)
}

let missed = 0
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`\n${name}`)
  const { bench } = (await import(`./${name}.ts`)) as { bench: Bench }
  await bench((figure) => {
    if (!passes(figure)) missed++
    console.log(line(figure))
  }, (text) => console.log(`  – ${text}`), large)
}
process.exitCode = missed > 0 ? 1 : 0

function line(figure: Figure): string {
  const { name, value, unit, bar } = figure
  const shown = `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`.trimEnd()
  const limit = bar === undefined ? '' : 'atMost' in bar ? `at most ${bar.atMost}` : `at least ${bar.atLeast}`
  return `  ${name.padEnd(44)}${shown.padStart(12)}  ${limit && `${limit}: ${passes(figure) ? 'met' : 'MISSED'}`}`.trimEnd()
}
