// Edits of what is noted: done, told with a way back, and taken back also after another start.
import { useTranslation } from 'react-i18next'
import type { CurationEdit, CurationStep } from '../../../shared/contract/curating.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { notices } from '../../ui/notices.ts'

export interface Curating {
  edit: (edit: CurationEdit) => void
  /** The newest edit that can be taken back. */
  last: CurationStep | null
  undo: (step: CurationStep) => void
}

/** The notice that told of a step. */
const told = new Map<number, number>()

export function useCurating(): Curating {
  const { t } = useTranslation('library')
  const last = useRead('curation.last', {}).data ?? null
  const { mutate } = useWrite('curation.edit')
  const back = useWrite('curation.undo')
  const undo = ({ step }: CurationStep) => {
    const notice = told.get(step)
    if (notice !== undefined) notices.undo(notice, true)
    back.mutate({ step }, { onSuccess: ({ subjects }) => notices.add({ text: t('curate.undone', { count: subjects }) }) })
  }
  return {
    edit: (edit) => mutate(edit, {
      onSuccess: (step) => step && told.set(step.step, notices.add({ text: t('curate.done', { count: step.subjects }), undo: () => undo(step) })),
    }),
    last,
    undo,
  }
}
