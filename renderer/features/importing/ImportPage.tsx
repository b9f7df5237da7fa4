// The import screen: the list of files and batches on their way, one batch, or the check of one file.
import { useState } from 'react'
import { useLocation, type RouteComponentProps } from 'wouter'
import type { BatchId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { BatchCheck } from './BatchCheck.tsx'
import { BatchView } from './BatchView.tsx'
import { CheckScreen } from './CheckScreen.tsx'
import { useImportQueue, useQueuedFiles } from './QueueContext.tsx'
import { QueueView } from './QueueView.tsx'

export const ImportPage = ({ params }: RouteComponentProps<{ document?: string }>) => {
  // The known document whose text is looked for.
  const wanted = params.document === undefined ? null : Number(params.document)
  const [, go] = useLocation()
  const queue = useImportQueue()
  const files = useQueuedFiles()
  const [batch, setBatch] = useState<{ id: BatchId; file: number | null } | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [listShown, setListShown] = useState(false)
  if (batch && batch.file !== null) {
    return (
      <BatchCheck
        batch={batch.id}
        file={batch.file}
        onBack={() => setBatch({ ...batch, file: null })}
        onNext={(file) => setBatch({ ...batch, file })}
      />
    )
  }
  if (batch) return <BatchView id={batch.id} onBack={() => setBatch(null)} onCheck={(file) => setBatch({ ...batch, file })} />
  const ready = files.filter((file) => file.state === 'ready')
  const own = files.filter((file) => wanted === null || file.wanted === wanted)
  // A single file goes straight to its check.
  const single = own.length === 1 && !listShown ? ready.find((file) => file.id === own[0]!.id) : undefined
  const shown = ready.find((file) => file.id === open) ?? single
  const showList = () => {
    setOpen(null)
    setListShown(true)
  }
  /** After one is stored or put aside: the next that is ready, else the list. */
  const next = (done: string) => {
    if (wanted !== null) return go(links.missing)
    const following = ready.find((file) => file.id !== done)
    if (following) setOpen(following.id)
    else showList()
  }
  if (shown?.proposal) {
    return (
      <CheckScreen
        key={shown.id}
        file={shown}
        proposal={shown.proposal}
        others={ready.length - 1}
        onCorrect={(change) => queue.correct(shown.id, change)}
        onStored={(result) => queue.stored(shown.id, result)}
        onList={showList}
        onDone={() => next(shown.id)}
      />
    )
  }
  return <QueueView files={files} wanted={wanted} onCheck={setOpen} onAdded={() => setListShown(false)} onBatch={(id) => setBatch({ id, file: null })} />
}
