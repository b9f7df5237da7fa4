// Records → a carry file: parts of a few mebibytes, each with its checksum in the manifest.
import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/contract/error.ts'
import { CARRY_VERSION, COUNTED, NOTHING_CARRIED, type CarryCounts, type CarryManifest, type CarryRecord } from '../../../shared/model/carry.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import { draftKey } from './identity.ts'
import { ZIP_LIMITS } from '../formats/docx/zip.ts'
import type { Report } from '../jobs/task.ts'
import { ZipWriter } from './zipWriter.ts'

export const MANIFEST = 'manifest.json'

/** A part is closed when it has grown to this many bytes; a record is never cut. */
const PART_BYTES = 4 * 2 ** 20

export interface Packed {
  bytes: Buffer
  counts: CarryCounts
  /** By what the drafts in it are known when they come back. */
  contents: { draft: DraftId; content: string }[]
}

export function packCarry(records: Iterable<CarryRecord>, total: number, about: { program: string; made: string }, report: Report = () => {}): Packed {
  const zip = new ZipWriter()
  const parts: CarryManifest['parts'] = []
  const counts: CarryCounts = { ...NOTHING_CARRIED }
  const contents: Packed['contents'] = []
  let lines: string[] = []
  let size = 0
  const close = () => {
    if (lines.length === 0) return
    const bytes = Buffer.from(lines.join('\n'), 'utf8')
    // A file that no reader takes is not made.
    if (bytes.length > ZIP_LIMITS.entry) throw new AppError('file-too-large', 'a text is too large', { name: '', limit: ZIP_LIMITS.entry / 2 ** 20 })
    const name = `part-${String(parts.length + 1).padStart(4, '0')}.jsonl`
    zip.add(name, bytes)
    parts.push({ name, sha256: createHash('sha256').update(bytes).digest('hex'), records: lines.length })
    lines = []
    size = 0
  }
  let done = 0
  for (const record of records) {
    counts[COUNTED[record.kind]]++
    if (record.kind === 'draft') contents.push({ draft: record.id, content: draftKey(record.details, record.statement) })
    const line = JSON.stringify(record)
    lines.push(line)
    size += line.length
    if (size >= PART_BYTES) close()
    report('packing', ++done, total)
  }
  close()
  const manifest: CarryManifest = { format: 'alternat-carry', version: CARRY_VERSION, ...about, counts, parts }
  zip.add(MANIFEST, Buffer.from(JSON.stringify(manifest, null, 2), 'utf8'))
  return { bytes: zip.finish(), counts, contents }
}
