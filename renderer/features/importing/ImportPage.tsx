// The import screen: the list of files on their way, or the check of one of them.
import { useState } from 'react'
import { CheckScreen } from './CheckScreen.tsx'
import { useQueuedFiles } from './QueueContext.tsx'
import { QueueView } from './QueueView.tsx'

export const ImportPage = () => {
  const files = useQueuedFiles()
  const [open, setOpen] = useState<string | null>(null)
  const [listShown, setListShown] = useState(false)
  const ready = files.filter((file) => file.state === 'ready')
  // A single file goes straight to its check.
  const single = files.length === 1 && !listShown ? ready[0] : undefined
  const shown = ready.find((file) => file.id === open) ?? single
  const showList = () => {
    setOpen(null)
    setListShown(true)
  }
  /** After one is stored or put aside: the next that is ready, else the list. */
  const next = (done: string) => {
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
        onList={showList}
        onDone={() => next(shown.id)}
      />
    )
  }
  return <QueueView files={files} onCheck={setOpen} onAdded={() => setListShown(false)} />
}
