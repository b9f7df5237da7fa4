// The parties of a text in the order in which it names them: add, change, reorder, remove.
import { useId, useState } from 'react'
import { ActDialog } from './ActDialog.tsx'
import { Button, IconButton } from './Button.tsx'
import { TextField } from './Field.tsx'
import fields from './fields.module.css'
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Plus, Trash2 } from './icons.ts'
import { DelegationMark } from './Marks.tsx'
import { Menu } from './Menu.tsx'
import styles from './metadata.module.css'
import { moved, type MarkOf } from './parties.ts'

export interface PartyValue {
  state: string
  code?: string | undefined
  person?: string | undefined
  title?: string | undefined
}

export interface PartiesWords {
  parties: string
  addParty: string
  editParty: string
  partyState: string
  partyStateMissing: string
  partyCode: string
  partyCodeNote: string
  partyCodeWrong: string
  partyPerson: string
  partyTitle: string
  moveUp: string
  moveDown: string
  removeParty: string
  partyMenu: (state: string) => string
  done: string
  cancel: string
  close: string
}

export interface PartiesEditorProps {
  value: readonly PartyValue[]
  words: PartiesWords
  markOf: MarkOf
  onChange: (parties: PartyValue[]) => void
}

export const PartiesEditor = ({ value, words, markOf, onChange }: PartiesEditorProps) => {
  const [edited, setEdited] = useState<number | null>(null)
  const isNew = edited === value.length
  return (
    <fieldset className={styles.fieldset}>
      <legend className={fields.label}>{words.parties}</legend>
      <ul className={styles.parties}>
        {value.map((party, index) => (
          <li key={`${party.state}-${party.person ?? ''}`} className={styles.party}>
            <DelegationMark {...markOf(party)} />
            <span className={styles.partyName}>
              {party.state}
              {(party.person || party.title) && <small>{[party.person, party.title].filter(Boolean).join(', ')}</small>}
            </span>
            <Menu
              label={words.partyMenu(party.state)}
              trigger={
                <IconButton size="small" label={words.partyMenu(party.state)}>
                  <Ellipsis size={14} aria-hidden />
                </IconButton>
              }
              entries={[
                {
                  id: 'edit',
                  label: words.editParty,
                  icon: <Pencil size={14} aria-hidden />,
                  onAction: () => setEdited(index),
                },
                {
                  id: 'up',
                  label: words.moveUp,
                  icon: <ArrowUp size={14} aria-hidden />,
                  isDisabled: index === 0,
                  onAction: () => onChange(moved(value, index, -1)),
                },
                {
                  id: 'down',
                  label: words.moveDown,
                  icon: <ArrowDown size={14} aria-hidden />,
                  isDisabled: index === value.length - 1,
                  onAction: () => onChange(moved(value, index, 1)),
                },
                {
                  id: 'remove',
                  label: words.removeParty,
                  icon: <Trash2 size={14} aria-hidden />,
                  separated: true,
                  danger: true,
                  onAction: () => onChange(value.filter((_, at) => at !== index)),
                },
              ]}
            />
          </li>
        ))}
        <li>
          <Button size="small" variant="ghost" onPress={() => setEdited(value.length)}>
            <Plus size={14} aria-hidden />
            {words.addParty}
          </Button>
        </li>
      </ul>
      {edited !== null && (
        <PartyDialog
          title={isNew ? words.addParty : words.editParty}
          party={value[edited] ?? { state: '' }}
          words={words}
          onClose={() => setEdited(null)}
          onDone={(party) => {
            onChange(isNew ? [...value, party] : value.map((each, index) => (index === edited ? party : each)))
            setEdited(null)
          }}
        />
      )}
    </fieldset>
  )
}

export interface PartyDialogProps {
  title: string
  party: PartyValue
  words: PartiesWords
  onClose: () => void
  onDone: (party: PartyValue) => void
}

export const PartyDialog = ({ title, party, words, onClose, onDone }: PartyDialogProps) => {
  const [draft, setDraft] = useState(party)
  const [tried, setTried] = useState(false)
  const form = useId()
  const codeWrong = Boolean(draft.code) && !/^[A-Z]{2,3}$/.test(draft.code ?? '')
  const stateMissing = draft.state.trim() === ''
  const finish = () => {
    setTried(true)
    if (codeWrong || stateMissing) return
    const { code, person, title: office } = draft
    onDone({ state: draft.state.trim(), ...(code && { code }), ...(person && { person }), ...(office && { title: office }) })
  }
  return (
    <ActDialog
      title={title}
      onClose={onClose}
      closeLabel={words.close}
      width="narrow"
      isForm
      cancelLabel={words.cancel}
      act={words.done}
      onAct={{ form }}
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          finish()
        }}
      >
        <TextField
          label={words.partyState}
          value={draft.state}
          maxLength={200}
          onChange={(state) => setDraft({ ...draft, state })}
          error={tried && stateMissing ? words.partyStateMissing : undefined}
        />
        <TextField
          label={words.partyCode}
          note={words.partyCodeNote}
          value={draft.code ?? ''}
          maxLength={3}
          onChange={(code) => setDraft({ ...draft, code: code.toUpperCase() })}
          error={tried && codeWrong ? words.partyCodeWrong : undefined}
        />
        <TextField
          label={words.partyPerson}
          value={draft.person ?? ''}
          maxLength={200}
          onChange={(person) => setDraft({ ...draft, person })}
        />
        <TextField
          label={words.partyTitle}
          value={draft.title ?? ''}
          maxLength={400}
          onChange={(office) => setDraft({ ...draft, title: office })}
        />
      </form>
    </ActDialog>
  )
}
