// Shows the notices in the lower corner. They wait while the pointer or the focus rests on them.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button, IconButton } from './Button.tsx'
import { cx } from './cx.ts'
import { X } from './icons.ts'
import { notices, type Notice } from './notices.ts'
import styles from './notices.module.css'

const STAYS_MS = 8000

interface NoticeWords {
  closeLabel: string
  undoLabel: string
}

const NoticeLine = ({ notice, closeLabel, undoLabel }: { notice: Notice } & NoticeWords) => {
  const [held, setHeld] = useState(false)
  // An error stays until it was read and closed.
  const stays = held || notice.tone === 'bad'
  useEffect(() => {
    if (stays) return undefined
    const timer = setTimeout(() => notices.close(notice.id), STAYS_MS)
    return () => clearTimeout(timer)
  }, [stays, notice.id])
  return (
    <div
      role={notice.tone === 'bad' ? 'alert' : 'status'}
      className={cx(styles.notice, notice.tone === 'bad' && styles.bad)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{notice.text}</span>
      {notice.action && (
        <Button
          size="small"
          onPress={() => {
            notice.action?.run()
            notices.close(notice.id)
          }}
        >
          {notice.action.label}
        </Button>
      )}
      {notice.undo && (
        <Button size="small" onPress={() => notices.undo(notice.id)}>
          {undoLabel}
        </Button>
      )}
      <IconButton size="small" label={closeLabel} onPress={() => notices.close(notice.id)}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  )
}

/** Place once, at the end of the shell. */
export const NoticeRegion = ({ label, ...words }: { label: string } & NoticeWords) => {
  const shown = useSyncExternalStore(notices.listen, notices.read)
  return (
    <section aria-label={label} className={styles.region} data-react-aria-top-layer="true">
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} {...words} />
      ))}
    </section>
  )
}
