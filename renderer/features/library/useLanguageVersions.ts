// Declarations that are one document in several languages, those that may be, and what an officer says of them, with a way back.
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { LanguageProposal } from '../../../shared/model/languageVersion.ts'
import { useLibrary, useRead, useWrite } from '../../api/queries.ts'
import { notices } from '../../ui/notices.ts'

export interface LanguageVersionsState {
  groups: readonly (readonly DeclarationId[])[]
  proposed: readonly LanguageProposal[]
  /** The other versions of a declaration, by language. */
  of: (id: DeclarationId) => readonly DeclarationSummary[]
  join: (one: DeclarationId, other: DeclarationId) => void
  part: (one: DeclarationId, other: DeclarationId) => void
}

const NONE: never[] = []

export function useLanguageVersions(): LanguageVersionsState {
  const { t } = useTranslation('library')
  const { groups, proposed } = useRead('language.list', {}).data ?? { groups: NONE, proposed: NONE }
  const declarations = useLibrary().data?.declarations ?? NONE
  const others = useMemo(() => {
    const byId = new Map(declarations.map((each) => [each.id, each]))
    return new Map(groups.flatMap((group) => group.map((id) => [
      id, group.flatMap((each) => (each === id ? [] : byId.get(each) ?? [])).sort((a, b) => a.language.localeCompare(b.language)),
    ] as const)))
  }, [groups, declarations])
  const join = useWrite('language.join')
  const part = useWrite('language.part')
  const undo = useWrite('language.undo')
  const notice = useRef(0)
  const told = (key: 'joined' | 'parted') => ({
    onSuccess: ({ act }: { act: number }) => {
      // Only the latest act can be taken back at once; those before it follow.
      notices.close(notice.current)
      notice.current = notices.add({ text: t(`languages.${key}`), undo: () => undo.mutate({ act }) })
    },
  })
  return {
    groups,
    proposed,
    of: (id) => others.get(id) ?? NONE,
    join: (one, other) => join.mutate({ one, other }, told('joined')),
    part: (one, other) => part.mutate({ one, other }, told('parted')),
  }
}
