// Operation that ends a long one.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

export const jobHandlers = ({ jobs, protection }: Pick<Context, 'jobs' | 'protection'>): Pick<Handlers, 'job.cancel'> => ({
  'job.cancel': ({ job }) => {
    jobs.cancel(job)
    protection.cancel(job)
    return null
  },
})
