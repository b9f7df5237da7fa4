// A short list of searches that are kept: run by their names, kept under a new one, renamed, deleted.
import { useId, useState } from 'react'
import { ActDialog } from './ActDialog.tsx'
import { Button, IconButton } from './Button.tsx'
import { cx } from './cx.ts'
import { TextField } from './Field.tsx'
import { Bookmark, BookmarkPlus, Ellipsis } from './icons.ts'
import { Menu } from './Menu.tsx'
import styles from './saved.module.css'

export interface SavedSearchWords {
  save: string
  saveTitle: string
  name: string
  /** Said where there are none yet. */
  none: string
  more: (name: string) => string
  rename: string
  delete: string
  cancel: string
  close: string
}

export interface SavedSearchesProps {
  saved: readonly { id: string; name: string }[]
  words: SavedSearchWords
  /** The one that is on screen now. */
  current: string | null
  /** There is something to keep. */
  canSave: boolean
  suggestion: string
  onRun: (id: string) => void
  /** Each says what is wrong, or null when it is done. */
  onSave: (name: string) => Promise<string | null>
  onRename: (id: string, name: string) => Promise<string | null>
  onDelete: (id: string) => void
}

export const SavedSearches = (props: SavedSearchesProps) => {
  const { saved, words, current, canSave, suggestion, onRun, onSave, onRename, onDelete } = props
  const [naming, setNaming] = useState<{ id: string | null; name: string } | null>(null)
  return (
    <div className={styles.saved}>
      {saved.length === 0 && !canSave && <p className={styles.none}>{words.none}</p>}
      <ul>
        {saved.map(({ id, name }) => (
          <li key={id} className={styles.entry}>
            <Button variant="ghost" size="small" className={cx(styles.run, id === current && styles.current)} aria-pressed={id === current} onPress={() => onRun(id)}>
              <Bookmark size={13} aria-hidden />
              <span>{name}</span>
            </Button>
            <Menu
              label={words.more(name)}
              trigger={
                <IconButton size="small" label={words.more(name)}>
                  <Ellipsis size={14} aria-hidden />
                </IconButton>
              }
              entries={[
                { id: 'rename', label: words.rename, onAction: () => setNaming({ id, name }) },
                { id: 'delete', label: words.delete, danger: true, onAction: () => onDelete(id) },
              ]}
            />
          </li>
        ))}
      </ul>
      {canSave && current === null && (
        <Button size="small" variant="ghost" className={styles.keep} onPress={() => setNaming({ id: null, name: suggestion })}>
          <BookmarkPlus size={13} aria-hidden />
          {words.save}
        </Button>
      )}
      {naming && (
        <Naming
          words={words}
          title={naming.id === null ? words.saveTitle : words.rename}
          act={naming.id === null ? words.saveTitle : words.rename}
          first={naming.name}
          onName={(name) => (naming.id === null ? onSave(name) : onRename(naming.id, name))}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  )
}

interface NamingProps {
  words: SavedSearchWords
  title: string
  act: string
  first: string
  onName: (name: string) => Promise<string | null>
  onClose: () => void
}

const selectFirst = (form: HTMLFormElement | null): void => {
  const field = form?.querySelector('input')
  field?.focus()
  field?.select()
}

function Naming({ words, title, act, first, onName, onClose }: NamingProps) {
  const [name, setName] = useState(first)
  const [wrong, setWrong] = useState<string | null>(null)
  const form = useId()
  const done = async () => {
    const refused = await onName(name.trim())
    if (refused === null) onClose()
    else setWrong(refused)
  }
  return (
    <ActDialog title={title} onClose={onClose} closeLabel={words.close} cancelLabel={words.cancel} width="narrow" act={act} isDisabled={name.trim() === ''} onAct={{ form }}>
      <form
        id={form}
        ref={selectFirst}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void done()
        }}
      >
        <TextField label={words.name} value={name} maxLength={120} onChange={setName} {...(wrong !== null && { error: wrong })} />
      </form>
    </ActDialog>
  )
}
