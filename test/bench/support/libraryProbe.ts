// A process of its own that opens a library, searches it and asks for precedents, and tells what that took and how much memory.
import { closeSync, openSync, readSync } from 'node:fs'
import { openServices } from '../../support/services.ts'
import { timed } from './bench.ts'

const [path, plain] = process.argv.slice(2) as [string, string]
const file = openSync(plain, 'r')
const beginning = Buffer.alloc(100_000)
readSync(file, beginning)
closeSync(file)
const lines = beginning.toString('utf8').split('\n').slice(0, -1)
let services!: ReturnType<typeof openServices>
const opening = timed(() => {
  services = openServices(path)
  services.library.search('вода', {}, 50, 0)
})
for (const line of lines.slice(0, 100)) {
  services.library.search(line.split(' ').slice(1, 3).join(' '), {}, 50, 0)
  const steps = services.library.precedents({ text: line, language: 'ru', limit: 5 })
  while (!steps.next().done);
}
console.log(JSON.stringify({ opening, megabytes: process.memoryUsage().rss / 1e6 }))
