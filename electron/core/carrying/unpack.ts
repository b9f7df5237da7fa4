// A carry file → its records. It may come from anyone: nothing is taken from it before every part has its checksum, every record its
// shape, and all of them together are what the manifest counts. What is cut short, changed or newer is refused as a whole.
import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/contract/error.ts'
import { carryManifestSchema, carryRecordSchema, CARRY_VERSION, COUNTED, NOTHING_CARRIED, type CarryCounts, type CarryManifest, type CarryRecord } from '../../../shared/model/carry.ts'
import { z } from '../../../shared/model/schema.ts'
import { directory, unpack, ZIP_LIMITS, type Entry } from '../formats/docx/zip.ts'
import type { Report } from '../jobs/task.ts'
import { MANIFEST } from './pack.ts'

/** Of all parts unpacked. */
const MOST_BYTES = 4 * 2 ** 30
/** Of the manifest unpacked. */
const MOST_MANIFEST = 2 * 2 ** 20

export interface Carry {
  manifest: CarryManifest
  /** Every record, read anew each time. */
  records(report?: Report): Generator<CarryRecord>
}

const damaged = (what: string) => new AppError('file-damaged', `carry file damaged: ${what}`)
const hostile = (what: string) => new AppError('file-hostile', `carry file refused: ${what}`)
const foreign = () => new AppError('carry-foreign', 'no carry file of Alternat')

const anyVersion = z.looseObject({ format: z.literal('alternat-carry'), version: z.int().min(1) })

export function openCarry(bytes: Uint8Array): Carry {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(buffer)
  const listed = entries.get(MANIFEST)
  if (!listed) throw foreign()
  if (listed.size > MOST_MANIFEST) throw hostile('manifest')
  const manifest = readManifest(unpack(buffer, listed))
  const parts = manifest.parts.map((part) => {
    const entry = entries.get(part.name)
    if (!entry) throw damaged('a part is missing')
    return { ...part, entry }
  })
  if (new Set(parts.map(({ name }) => name)).size !== parts.length || entries.size !== parts.length + 1) throw damaged('parts that are not listed')
  if (parts.reduce((sum, { entry }) => sum + entry.size, 0) > MOST_BYTES) throw hostile('unpacked size')
  return {
    manifest,
    *records(report = () => {}) {
      const total = parts.reduce((sum, part) => sum + part.records, 0)
      let done = 0
      const seen = new Order()
      for (const { entry, sha256, records } of parts) {
        const content = unpack(buffer, entry)
        if (createHash('sha256').update(content).digest('hex') !== sha256) throw damaged('checksum of a part')
        const lines = content.length === 0 ? [] : decoded(content).split('\n')
        if (lines.length !== records) throw damaged('records of a part')
        for (const line of lines) {
          const record = readRecord(line)
          seen.take(record)
          yield record
          report('reading', ++done, total)
        }
      }
      seen.expect(manifest.counts)
    },
  }
}

/** Reads it whole, once, and throws where anything is wrong with it. */
export function checkCarry(carry: Carry, report?: Report): void {
  for (const _ of carry.records(report));
}

function entriesOf(buffer: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const entry of zipDirectory(buffer)) {
    if (entries.has(entry.name)) throw hostile('an entry stands twice')
    if (entry.size > ZIP_LIMITS.entry) throw hostile('unpacked size')
    if (entry.size > ZIP_LIMITS.smallEnough && entry.size > entry.packed * ZIP_LIMITS.ratio) throw hostile('compression ratio')
    entries.set(entry.name, entry)
  }
  return entries
}

function zipDirectory(buffer: Buffer): Entry[] {
  try {
    return directory(buffer)
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-not-docx') throw foreign()
    throw error
  }
}

/** A newer one is named as such before the rest of it is judged by rules it does not know. */
function readManifest(bytes: Uint8Array): CarryManifest {
  const json = parsed(decoded(bytes))
  const any = anyVersion.safeParse(json)
  if (!any.success) throw foreign()
  if (any.data.version > CARRY_VERSION) throw new AppError('carry-newer', 'the carry file was made by a newer Alternat')
  const manifest = carryManifestSchema.safeParse(json)
  if (!manifest.success) throw damaged('manifest')
  return manifest.data
}

function readRecord(line: string): CarryRecord {
  const record = carryRecordSchema.safeParse(parsed(line))
  if (!record.success) throw damaged('a record')
  return record.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged('JSON')
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw damaged('letters')
  }
}

/** Kinds of records in the order in which they come; versions stand behind their draft. */
const ORDER: readonly CarryRecord['kind'][] = ['declaration', 'correction', 'language', 'document', 'search', 'draft']

/** Every record in its place, no id twice. */
class Order {
  readonly #counts: CarryCounts = { ...NOTHING_CARRIED }
  readonly #ids = new Set<string>()
  #draft: string | null = null
  #reached = 0

  take(record: CarryRecord): void {
    if ('id' in record) {
      const id = `${record.kind} ${record.id}`
      if (this.#ids.has(id)) throw damaged('an id stands twice')
      this.#ids.add(id)
    }
    this.#counts[COUNTED[record.kind]]++
    const place = ORDER.indexOf(record.kind === 'version' ? 'draft' : record.kind)
    if (place < this.#reached) throw damaged('order of records')
    this.#reached = place
    if (record.kind === 'draft') this.#draft = record.id
    if (record.kind === 'version' && record.draft !== this.#draft) throw damaged('a version without its draft')
  }

  expect(counts: CarryCounts): void {
    if (Object.values(COUNTED).some((kind) => this.#counts[kind] !== counts[kind])) throw damaged('counts')
  }
}
