// What a text about to be stored may be: a document that reports name, or one of the library in another language. What is sure is
// ticked, and the officer's tick counts.
import { useState } from 'react'
import type { DocumentMatch } from '../../../shared/contract/documents.ts'
import type { Known } from '../../../shared/contract/library.ts'
import { shapeOf } from '../../../shared/identity/index.ts'
import { clausesOf, metadataSchema, type DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { ClauseId } from '../../../shared/model/ids.ts'
import type { LanguageMatch } from '../../../shared/model/languageVersion.ts'
import type { Proposal } from '../../../shared/model/proposal.ts'
import { assemble } from '../../../shared/segmenting/index.ts'
import { useLibrary, useRead } from '../../api/queries.ts'

export type Kin = { key: string; isOn: boolean } & (
  | ({ kind: 'document' } & DocumentMatch)
  | ({ kind: 'language'; text: DeclarationSummary } & LanguageMatch)
)

export interface KnownState {
  all: Kin[]
  tick: (key: string, isOn: boolean) => void
  /** As it is ticked; undefined while it is not known yet. */
  chosen: Known | undefined
}

export function useKnown(proposal: Proposal, wanted: number | null): KnownState {
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({})
  const { title, date, form, parties, language, grade } = proposal.metadata
  const isText = metadataSchema.safeParse(proposal.metadata).success && (grade !== 'press-report' || wanted !== null)
  const shape = shapeOf(clausesOf(assemble(proposal), ({ id }) => id as ClauseId))
  const documents = useRead('document.match', { title, date, form, parties, ...(wanted !== null && { wanted }) }, { enabled: isText, keepPrevious: true })
  const languages = useRead('language.match', { language, date, form, grade, parties, shape }, { enabled: isText, keepPrevious: true })
  const library = useLibrary().data?.declarations ?? []
  const isOn = (key: string, otherwise: boolean) => ticked[key] ?? otherwise
  const all: Kin[] = isText ? [
    ...(documents.data ?? []).map((match): Kin => {
      const key = `document-${match.document}`
      return { kind: 'document', key, isOn: isOn(key, match.isSure || match.document === wanted), ...match }
    }),
    ...(languages.data ?? []).flatMap(({ declaration, ...match }): Kin[] => {
      const key = `language-${declaration}`
      const text = library.find(({ id }) => id === declaration)
      return text ? [{ kind: 'language', key, isOn: isOn(key, match.isSure), text, ...match }] : []
    }),
  ] : []
  const on = all.filter((kin) => kin.isOn)
  const chosen = {
    documents: on.flatMap((kin) => (kin.kind === 'document' ? kin.document : [])),
    languages: on.flatMap((kin) => (kin.kind === 'language' ? kin.text.id : [])),
  }
  const isKnown = !isText || (documents.data !== undefined && languages.data !== undefined)
  return {
    all,
    tick: (key, on) => setTicked({ ...ticked, [key]: on }),
    chosen: isKnown ? chosen : wanted === null ? undefined : { documents: [wanted], languages: [] },
  }
}
