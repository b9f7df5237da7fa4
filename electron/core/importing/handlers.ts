// Operation that reads a staged file and proposes its structure. Storing is the library's.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { previewOf } from './preview.ts'
import type { importTask } from './tasks.ts'

export function importingHandlers(
  { files, jobs, library }: Pick<Context, 'files' | 'jobs' | 'library'>,
): Pick<Handlers, 'import.propose'> {
  return {
    'import.propose': async ({ file, job }) => {
      const { bytes, name } = files.get(file)
      return previewOf(await jobs.run<typeof importTask>('import', { bytes, name }, job), library)
    },
  }
}
