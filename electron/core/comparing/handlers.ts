// The operation that compares any two texts.
import { AppError } from '../../../shared/contract/error.ts'
import { sameLanguage } from '../../../shared/language/same.ts'
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { createComparisonCache } from './cache.ts'
import type { compareTask } from './tasks.ts'
import { openComparedText } from './textRef.ts'

type Services = Pick<Context, 'library' | 'drafts' | 'files' | 'jobs'>

export function comparingHandlers(services: Services): Pick<Handlers, 'compare.run'> {
  const cache = createComparisonCache()
  return {
    'compare.run': async ({ old, new: now, acrossLanguages = false, job }) => {
      // One after the other: both may be files, and a job stands for one piece of work at a time.
      const before = await openComparedText(old, services, job)
      const after = await openComparedText(now, services, job)
      if (!acrossLanguages && !sameLanguage(before.language, after.language)) {
        throw new AppError('languages-differ', 'two languages', { old: before.language, new: after.language })
      }
      const known = cache.get(before, after)
      if (known) return known
      const comparison = await services.jobs.run<typeof compareTask>('compare', { old: before, new: after }, job)
      cache.put(comparison)
      return comparison
    },
  }
}
