// The library screen: declarations and clause search, or one declaration opened for reading. It keeps the search while a
// text is open, so that going back shows the same list.
import { useMemo, useState } from 'react'
import { useLocation, type RouteComponentProps } from 'wouter'
import type { ClauseId, DeclarationId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { useLibrary } from '../../api/queries.ts'
import { marksOf } from '../../ui/parties.ts'
import { DeclarationPage } from './DeclarationPage.tsx'
import { Overview, START, type OverviewState } from './Overview.tsx'

/** In the place of a declaration's id. */
const MISSING = 'missing'

export const LibraryPage = ({ params }: RouteComponentProps<{ id?: string; clause?: string }>) => {
  const [state, setState] = useState<OverviewState>(() => (params.id === MISSING ? { ...START, tab: MISSING } : START))
  const [, go] = useLocation()
  const library = useLibrary()
  const markOf = useMemo(() => marksOf(library.data?.facets.parties ?? []), [library.data])
  if (params.id && params.id !== MISSING) {
    return (
      <DeclarationPage
        key={`${params.id}/${params.clause ?? ''}`}
        id={params.id as DeclarationId}
        clause={(params.clause ?? null) as ClauseId | null}
        query={state.query}
        markOf={markOf}
        onBack={() => go(links.library)}
      />
    )
  }
  return <Overview state={state} onState={setState} markOf={markOf} />
}
