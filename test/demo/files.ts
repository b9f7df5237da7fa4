// What is imported to show importing: the corpus where it is there, else a text of our own that the library does not hold.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { places } from '../../electron/hosting/places.ts'
import { corpus } from '../support/corpus.ts'

/** `samples` keeps to our own text even where the corpus is there. */
export function demoFiles(from: 'corpus' | 'samples' = 'corpus'): string[] {
  if (corpus && from === 'corpus') return readdirSync(corpus).filter((name) => name.endsWith('.txt')).sort().map((name) => join(corpus!, name))
  const sample = readFileSync(join(places.templates, 'samples', 'terven-2023-ru.txt'), 'utf8')
  const path = join(mkdtempSync(join(tmpdir(), 'alternat-demo-')), 'selta-2024-ru.txt')
  const another = sample.replaceAll('Тервен', 'Сельт').replaceAll('2023', '2024').replaceAll('второй', 'внеочередной')
  writeFileSync(path, `Главная / Новости / Документы\nПубликуем полный текст заявления.\n\n${another}\n\nЧитайте также: расписание паромов на лето\n`)
  return [path]
}
