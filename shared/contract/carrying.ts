// Operations that carry a library, or a part of it, to another machine as one file, and bring such a file in.
import { z } from '../model/schema.ts'
import { carryChoiceSchema, type CarryCounts, type CarrySummary } from '../model/carry.ts'
import { exportIdSchema, fileHandleSchema, type ExportId } from '../model/ids.ts'
import type { SavedExport } from './exporting.ts'
import { withoutSnapshot } from './copies.ts'
import { jobSchema, read, write } from './operation.ts'

export interface BuiltCarry {
  id: ExportId
  fileName: string
  bytes: number
  counts: CarryCounts
}

export interface BroughtIn {
  summary: CarrySummary
  /** Name of the snapshot taken before; null where there is none. */
  snapshot: string | null
}

export const carryingOperations = {
  /** Without a choice all that is in the library. `carry-empty` where nothing is chosen. */
  'carry.build': read<BuiltCarry>()(z.strictObject({ choice: carryChoiceSchema.optional(), job: jobSchema.optional() })),
  /** Writes the built file where the officer chooses, or hands its bytes over as a download. */
  'carry.save': write<SavedExport>()(z.strictObject({ id: exportIdSchema })),
  /** What a file would bring; nothing is changed. */
  'carry.look': read<CarrySummary>()(z.strictObject({ file: fileHandleSchema, job: jobSchema.optional() })),
  /**
   * Takes a snapshot, then brings the file in, whole or not at all. `suffix` ends the title of a draft that is kept twice, `keptAs` names the version
   * that keeps a text which a newer one replaces.
   */
  'carry.merge': write<BroughtIn>()(z.strictObject({ file: fileHandleSchema, suffix: z.string().min(1).max(200), keptAs: z.string().min(1).max(200), withoutSnapshot, job: jobSchema.optional() })),
}
