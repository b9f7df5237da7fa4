// The operations that compare texts: any two of them, several versions against one base, and a chain of them.
import { AppError } from '../../../shared/contract/error.ts'
import { sameLanguage } from '../../../shared/language/same.ts'
import type { ComparedText, Comparison } from '../../../shared/model/comparison.ts'
import { collate, wordings } from '../../../shared/redline/index.ts'
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { createComparisonCache } from './cache.ts'
import type { compareTask } from './tasks.ts'
import { openComparedText } from './textRef.ts'

type Services = Pick<Context, 'library' | 'drafts' | 'files' | 'jobs'>

export function comparingHandlers(services: Services): Pick<Handlers, 'compare.run' | 'compare.several' | 'compare.wordings'> {
  const cache = createComparisonCache()
  const compared = async (old: ComparedText, now: ComparedText, acrossLanguages: boolean, job?: string): Promise<Comparison> => {
    if (!acrossLanguages && !sameLanguage(old.language, now.language)) {
      throw new AppError('languages-differ', 'two languages', { old: old.language, new: now.language })
    }
    const known = cache.get(old, now)
    if (known) return known
    const comparison = await services.jobs.run<typeof compareTask>('compare', { old, new: now }, job)
    cache.put(comparison)
    return comparison
  }
  return {
    // One after the other: each may be a file, and a job stands for one piece of work at a time.
    'compare.run': async ({ old, new: now, acrossLanguages = false, job }) => {
      const before = await openComparedText(old, services, job)
      const after = await openComparedText(now, services, job)
      return compared(before, after, acrossLanguages, job)
    },
    'compare.several': async ({ base, versions, acrossLanguages = false, job }) => {
      const before = await openComparedText(base, services, job)
      const comparisons: Comparison[] = []
      for (const version of versions) {
        comparisons.push(await compared(before, await openComparedText(version, services, job), acrossLanguages, job))
      }
      return collate(comparisons)
    },
    'compare.wordings': async ({ texts, start, paragraph, job }) => {
      const opened: ComparedText[] = []
      for (const text of texts) opened.push(await openComparedText(text, services, job))
      if (!opened[start]?.paragraphs[paragraph]) throw new AppError('not-found', 'no such paragraph')
      const chain: Comparison[] = []
      for (const [index, now] of opened.slice(1).entries()) chain.push(await compared(opened[index]!, now, true, job))
      return wordings(chain, start, paragraph)
    },
  }
}
