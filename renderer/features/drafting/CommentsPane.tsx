// What was said beside the text: each comment with its words, its replies, and whether it is settled.
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../shared/model/index.ts'
import type { CommentActs, PlacedComment } from '../../editor/index.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Choice.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MessageSquarePlus } from '../../ui/icons.ts'
import { useArrowWalk } from '../../ui/useArrowWalk.ts'
import { HandMark } from './ChangeLine.tsx'
import changeStyles from './changes.module.css'
import styles from './comments.module.css'
import type { Delegation } from './delegations.ts'
import { Note } from './Note.tsx'
import { placeName, type Place } from './places.ts'

export interface CommentsPaneProps {
  comments: readonly PlacedComment[]
  acts: CommentActs | null
  places: readonly Place[]
  delegations: readonly Delegation[]
  /** Ids of the comments at the caret. */
  current: readonly string[]
  readOnly: boolean
  /** Whether a new comment is being written. */
  isWriting: boolean
  onWriting: (on: boolean) => void
}

export const CommentsPane = memo(function CommentsPane(props: CommentsPaneProps) {
  const { comments, acts, current, readOnly, isWriting, onWriting } = props
  const { t } = useTranslation('drafting')
  const [settledShown, setSettledShown] = useState(false)
  const [refused, setRefused] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  useArrowWalk(list)
  const settled = comments.filter((comment) => comment.resolved).length
  const shown = settledShown ? comments : comments.filter((comment) => !comment.resolved)
  const first = current[0]

  useEffect(() => {
    if (first) list.current?.querySelector(`[data-comment-id="${CSS.escape(first)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [first])

  const say = (text: string) => {
    setRefused(acts?.say(text) === null)
    onWriting(false)
  }
  return (
    <div className={changeStyles.pane}>
      <div className={styles.head}>
        {!isWriting && (
          <Button size="small" isDisabled={readOnly} onPress={() => onWriting(true)}>
            <MessageSquarePlus size={14} aria-hidden />
            {t('comments.add')}
          </Button>
        )}
        {settled > 0 && (
          <Switch isSelected={settledShown} onChange={setSettledShown}>
            {t('comments.settledShown', { count: settled })}
          </Switch>
        )}
      </div>
      {isWriting && <Note label={t('comments.new')} onSave={say} onCancel={() => onWriting(false)} />}
      {refused && <p className={styles.refused} role="alert">{t('comments.refused')}</p>}
      {shown.length === 0 && !isWriting && <EmptyState title={t('comments.none')} note={t('comments.noneNote')} />}
      <ul ref={list} className={styles.list}>
        {shown.map((comment) => (
          <Thread key={comment.id} {...props} comment={comment} isCurrent={current.includes(comment.id)} />
        ))}
      </ul>
    </div>
  )
})

interface ThreadProps extends Pick<CommentsPaneProps, 'acts' | 'places' | 'delegations' | 'readOnly'> {
  comment: PlacedComment
  isCurrent: boolean
}

function Thread({ comment, acts, places, delegations, readOnly, isCurrent }: ThreadProps) {
  const { t } = useTranslation('drafting')
  const [replying, setReplying] = useState(false)
  const { id, block, about, resolved, replies } = comment
  const place = places[block]
  const reply = (text: string) => {
    setReplying(false)
    acts?.reply(id, text)
  }
  return (
    <li
      data-comment-id={id}
      className={cx(styles.thread, isCurrent && styles.current, resolved && styles.settled)}
      {...(isCurrent && { 'aria-current': true })}
    >
      <button type="button" data-walk className={styles.about} onClick={() => acts?.go(id)} disabled={block < 0}>
        {block < 0
          ? t('comments.gone')
          : <><b>{place ? placeName(t, place) : ''}</b> <q>{about}</q></>}
      </button>
      <Said said={comment} delegations={delegations} />
      {replies.map((one) => <Said key={one.id} said={one} delegations={delegations} isReply />)}
      {replying && <Note label={t('comments.reply')} onSave={reply} onCancel={() => setReplying(false)} />}
      {!readOnly && !replying && (
        <span className={styles.acts}>
          <Button size="small" variant="ghost" onPress={() => setReplying(true)}>{t('comments.reply')}</Button>
          <Button size="small" variant="ghost" onPress={() => acts?.settle(id, !resolved)}>
            {t(resolved ? 'comments.reopen' : 'comments.settle')}
          </Button>
          <Button size="small" variant="ghost" onPress={() => acts?.remove(id)}>{t('comments.remove')}</Button>
        </span>
      )}
    </li>
  )
}

function Said({ said, delegations, isReply = false }: { said: Reply; delegations: readonly Delegation[]; isReply?: boolean }) {
  const { moment } = useFormats()
  return (
    <div className={cx(styles.said, isReply && styles.reply)}>
      <p className={styles.by}>
        <HandMark code={said.delegation} delegations={delegations} />
        <span>{said.author}</span>
        <time dateTime={said.time}>{moment(said.time)}</time>
      </p>
      <p className={styles.text}>{said.text}</p>
    </div>
  )
}
