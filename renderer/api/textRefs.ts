// Names of texts in the address: `declaration:ID`, `draft:ID`, `draft:ID:rejected`, `version:ID`, `file:HANDLE`.
import { textRefSchema, type TextRef } from '../../shared/contract/comparing.ts'

/** The name of a text as it stands in the address. */
export function nameOfRef(ref: TextRef): string {
  if (ref.kind === 'file') return `file:${ref.file}`
  const changes = ref.kind !== 'declaration' && ref.changes === 'rejected' ? ':rejected' : ''
  return `${ref.kind}:${ref.id}${changes}`
}

/** The text a name stands for; null for anything else. */
export function refOfName(name: string | undefined): TextRef | null {
  const [kind, id, changes] = name?.split(':') ?? []
  const parsed = textRefSchema.safeParse(kind === 'file' ? { kind, file: id } : { kind, id, ...(changes && { changes }) })
  return parsed.success ? parsed.data : null
}

/** Address of a comparison; a side not chosen yet is left out. */
export const compareAddress = (old: TextRef | null, later: TextRef | null): string =>
  `/compare/${old ? nameOfRef(old) : '-'}/${later ? nameOfRef(later) : '-'}`

/** Address of the report on two texts, by their names in the address. */
export const reportAddress = (old: string, later: string): string => `/report/${old}/${later}`

/** Address of several versions beside one base; a base not chosen yet is left out. */
export const severalAddress = (base: TextRef | null, versions: readonly TextRef[]): string =>
  `/several/${base ? nameOfRef(base) : '-'}/${versions.map(nameOfRef).join(',') || '-'}`

/** The texts that names in the address stand for, without those that stand for none. */
export const refsOfNames = (names: string | undefined): TextRef[] =>
  (names ?? '').split(',').map(refOfName).filter((ref) => ref !== null)
