// Operation that ends a long one.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

export const jobHandlers = ({ jobs }: Pick<Context, 'jobs'>): Pick<Handlers, 'job.cancel'> => ({
  'job.cancel': ({ job }) => {
    jobs.cancel(job)
    return null
  },
})
