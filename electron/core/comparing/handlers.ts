// The operation that compares any two texts.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import type { compareTask } from './tasks.ts'
import { openComparedText } from './textRef.ts'

type Services = Pick<Context, 'library' | 'drafts' | 'files' | 'jobs'>

export const comparingHandlers = (services: Services): Pick<Handlers, 'compare.run'> => ({
  'compare.run': async ({ old, new: now, job }) => {
    // One after the other: both may be files, and a job stands for one piece of work at a time.
    const before = await openComparedText(old, services, job)
    const after = await openComparedText(now, services, job)
    return services.jobs.run<typeof compareTask>('compare', { old: before, new: after }, job)
  },
})
