// Asks the backend about a returned file: handed over once, read as a job, looked at anew for every choice.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReturnedFile, ReturnPreview, Taking } from '../../../shared/contract/returning.ts'
import type { DraftId, FileHandle, VersionId } from '../../../shared/model/ids.ts'
import { useClient } from '../../api/context.tsx'
import { stageFile } from '../../api/files.ts'
import { useJobs } from '../../api/jobs.tsx'

/** What the answers hang on besides the file. */
interface Against {
  draft: DraftId
  documentKey: string
}

/** An answer holds for this dialog only: the draft and the file may be others next time. */
const ONCE = { retry: false, staleTime: Infinity, gcTime: 0 } as const

export interface ReadFile {
  handle: FileHandle | undefined
  about: ReturnedFile | undefined
  error: Error | null
  isReading: boolean
  /** Id of the job that reads it. */
  job: string | null
}

export function useReturnedFile(file: File, { draft, documentKey, sentAs }: Against & { sentAs: VersionId | null }): ReadFile {
  const { t } = useTranslation('returning')
  const client = useClient()
  const jobs = useJobs()
  const turn = useId()
  const [job, setJob] = useState<string | null>(null)
  const staged = useQuery({ queryKey: ['file.stage', turn], queryFn: () => stageFile(client, file), ...ONCE })
  const handle = staged.data
  const read = useQuery({
    queryKey: ['return.read', handle, draft, documentKey, sentAs],
    queryFn: ({ signal }) =>
      jobs.run(t('reading', { name: file.name }), (id) => {
        setJob(id)
        // A dialog that was closed needs no answer any more.
        signal.addEventListener('abort', () => jobs.cancel(id), { once: true })
        return client.call('return.read', { file: handle!, draft, version: sentAs, job: id })
      }),
    enabled: handle !== undefined,
    placeholderData: keepPreviousData,
    ...ONCE,
  })
  useEffect(() => () => {
    if (handle) void client.call('file.drop', { file: handle }).catch(() => {})
  }, [client, handle])
  return {
    handle, about: read.data, error: staged.error ?? read.error, isReading: staged.isPending || read.isFetching,
    job: read.isFetching ? job : null,
  }
}

/** What would come in by these choices; nothing is asked while there is nothing to choose. */
export function usePreview(taking: Omit<Taking, 'draft'> | null, { draft, documentKey }: Against) {
  const client = useClient()
  return useQuery<ReturnPreview>({
    queryKey: ['return.preview', taking, draft, documentKey],
    queryFn: () => client.call('return.preview', { ...taking!, draft }),
    enabled: taking !== null,
    placeholderData: keepPreviousData,
    ...ONCE,
  })
}
