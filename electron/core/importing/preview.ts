// What is told of a proposed text before it is stored: whether the library has it, from this file or from another.
import type { ImportPreview } from '../../../shared/contract/library.ts'
import type { Proposal } from '../../../shared/model/proposal.ts'
import type { LibraryService } from '../context.ts'

export function previewOf(proposal: Proposal, library: Pick<LibraryService, 'findByHash' | 'findAlike'>): ImportPreview {
  const duplicateOf = library.findByHash(proposal.hash)
  return { proposal, duplicateOf, alike: duplicateOf ? null : library.findAlike(proposal) }
}
