// Operations on drafts and versions.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { given } from '../given.ts'

type DraftOperation = 'draft.list' | 'draft.start' | 'draft.open' | 'draft.save' | 'draft.resume' | 'draft.place' | 'draft.describe' | 'draft.copy' | 'draft.remove'
  | 'draft.restore' | 'version.list' | 'version.create' | 'version.open' | 'version.restore'

export const draftHandlers = ({ drafts }: Pick<Context, 'drafts'>): Pick<Handlers, DraftOperation> => ({
  'draft.list': () => drafts.list(),
  'draft.start': (start) => drafts.start(start),
  'draft.open': ({ id }) => drafts.open(id),
  'draft.save': ({ id, baseRev, trail, ...text }) =>
    ('patch' in text ? drafts.change(id, baseRev, text.patch, trail) : drafts.save(id, baseRev, text.statement, trail)),
  'draft.resume': ({ id }) => drafts.resume(id),
  'draft.place': ({ id, place }) => {
    drafts.place(id, place)
    return null
  },
  'draft.describe': ({ id, details }) => drafts.describe(id, given(details)),
  'draft.copy': ({ id, title, statement }) => drafts.copy(id, title, statement),
  'draft.remove': ({ id }) => {
    drafts.remove(id)
    return null
  },
  'draft.restore': ({ id }) => {
    drafts.restore(id)
    return null
  },
  'version.list': ({ draft }) => drafts.versions(draft),
  'version.create': ({ draft, name }) => drafts.createVersion(draft, name),
  'version.open': ({ id }) => {
    const { version, statement } = drafts.openVersion(id)
    return { version, statement }
  },
  'version.restore': ({ id, baseRev, keptAs }) => drafts.restoreVersion(id, baseRev, keptAs),
})
