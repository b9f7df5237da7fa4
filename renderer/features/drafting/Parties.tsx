// The parties of a draft in their order: by a profile, by dragging, or by keys.
import { useState } from 'react'
import { Button as DragHandle, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Party } from '../../../shared/model/declaration.ts'
import { moveParty, orderParties, partyKey } from '../../../shared/model/partyOrder.ts'
import { useLibrary } from '../../api/queries.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Label } from '../../ui/Field.tsx'
import { ArrowDown, ArrowUp, ChevronDown, GripVertical, Pencil, Plus, X } from '../../ui/icons.ts'
import { DelegationMark } from '../../ui/Marks.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PartyDialog } from '../../ui/PartiesEditor.tsx'
import { delegationsOf, knownParties } from './delegations.ts'
import styles from './drafts.module.css'

export interface PartiesProps {
  value: readonly Party[]
  language: string
  onChange: (parties: Party[]) => void
}

export function Parties({ value, language, onChange }: PartiesProps) {
  const { t } = useTranslation('drafting')
  const [edited, setEdited] = useState<number | null>(null)
  const delegations = delegationsOf(value)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': value[Number(key)]?.state ?? '' })),
    onReorder: ({ keys, target }) => {
      const from = Number([...keys][0])
      const gap = Number(target.key) + (target.dropPosition === 'after' ? 1 : 0)
      onChange(moveParty(value, from, gap > from ? gap - 1 : gap))
    },
  })
  return (
    <div className={styles.parties}>
      <div className={styles.partiesHead}>
        <Label>{t('common:metadata.parties')}</Label>
        <OrderMenu value={value} language={language} onChange={onChange} />
      </div>
      <GridList
        aria-label={t('common:metadata.parties')}
        className={styles.partyList!}
        dragAndDropHooks={dragAndDropHooks}
        items={value.map((party, index) => ({ id: String(index), index, party, mark: delegations[index]!, count: value.length }))}
        renderEmptyState={() => <p className={styles.quiet}>{t('parties.none')}</p>}
      >
        {({ id, index, party, mark, count }) => (
          <GridListItem id={id} textValue={party.state} className={styles.party!} onAction={() => setEdited(index)}>
            <DragHandle slot="drag" className={styles.grip!} aria-label={t('parties.drag', { state: party.state })}>
              <GripVertical size={14} aria-hidden />
            </DragHandle>
            <DelegationMark code={mark.letters} slot={mark.slot} />
            <span className={styles.partyName}>
              {party.state}
              {(party.person || party.title) && <small>{[party.person, party.title].filter(Boolean).join(', ')}</small>}
            </span>
            <IconButton size="small" label={t('common:metadata.editParty')} onPress={() => setEdited(index)}>
              <Pencil size={14} aria-hidden />
            </IconButton>
            <IconButton
              size="small"
              label={t('common:metadata.moveUp')}
              isDisabled={index === 0}
              onPress={() => onChange(moveParty(value, index, index - 1))}
            >
              <ArrowUp size={14} aria-hidden />
            </IconButton>
            <IconButton
              size="small"
              label={t('common:metadata.moveDown')}
              isDisabled={index === count - 1}
              onPress={() => onChange(moveParty(value, index, index + 1))}
            >
              <ArrowDown size={14} aria-hidden />
            </IconButton>
            <IconButton
              size="small"
              label={t('common:metadata.removeParty')}
              onPress={() => onChange(value.filter((_party, at) => at !== index))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </GridListItem>
        )}
      </GridList>
      <AddParty value={value} language={language} onChange={onChange} onWrite={() => setEdited(value.length)} />
      {edited !== null && (
        <EditParty
          party={value[edited] ?? null}
          onClose={() => setEdited(null)}
          onDone={(party) => {
            onChange(edited < value.length ? value.map((one, index) => (index === edited ? party : one)) : [...value, party])
            setEdited(null)
          }}
        />
      )}
    </div>
  )
}

/** Profiles of order; the host is asked for, never guessed. */
function OrderMenu({ value, language, onChange }: PartiesProps) {
  const { t } = useTranslation('drafting')
  return (
    <Menu
      label={t('parties.order')}
      trigger={
        <Button size="small" isDisabled={value.length < 2}>
          {t('parties.order')}
          <ChevronDown size={12} aria-hidden />
        </Button>
      }
      entries={[
        {
          id: 'ru',
          label: t('parties.alphabetRu'),
          onAction: () => onChange(orderParties(value, { kind: 'alphabetical', language: 'ru' })),
        },
        {
          id: 'en',
          label: t('parties.alphabetEn'),
          onAction: () => onChange(orderParties(value, { kind: 'alphabetical', language: 'en' })),
        },
        ...value.map((party, index) => ({
          id: `host ${index}`,
          label: t('parties.hostFirst', { state: party.state }),
          separated: index === 0,
          onAction: () => onChange(orderParties(value, { kind: 'host-first', host: partyKey(party), language })),
        })),
      ]}
    />
  )
}

function AddParty({ value, language, onChange, onWrite }: PartiesProps & { onWrite: () => void }) {
  const { t } = useTranslation('drafting')
  const library = useLibrary().data
  const known = knownParties(library?.declarations ?? [], language).filter(
    (one) => !value.some((party) => partyKey(party) === partyKey(one)),
  )
  return (
    <Menu
      label={t('common:metadata.addParty')}
      trigger={
        <Button size="small" variant="ghost">
          <Plus size={14} aria-hidden />
          {t('common:metadata.addParty')}
        </Button>
      }
      entries={[
        { id: 'new', label: t('parties.new'), onAction: onWrite },
        ...known.slice(0, 40).map((party, index) => ({
          id: partyKey(party),
          label: party.state,
          separated: index === 0,
          onAction: () => onChange([...value, party]),
        })),
      ]}
    />
  )
}

function EditParty({ party, onClose, onDone }: { party: Party | null; onClose: () => void; onDone: (party: Party) => void }) {
  const { t } = useTranslation('common')
  const word = (key: string) => t(`metadata.${key}`)
  return (
    <PartyDialog
      title={word(party ? 'editParty' : 'addParty')}
      party={party ?? { state: '' }}
      onClose={onClose}
      onDone={(value) => onDone(value as Party)}
      words={{
        parties: word('parties'),
        addParty: word('addParty'),
        editParty: word('editParty'),
        partyState: word('partyState'),
        partyStateMissing: word('partyStateMissing'),
        partyCode: word('partyCode'),
        partyCodeNote: word('partyCodeNote'),
        partyCodeWrong: word('partyCodeWrong'),
        partyPerson: word('partyPerson'),
        partyTitle: word('partyTitle'),
        moveUp: word('moveUp'),
        moveDown: word('moveDown'),
        removeParty: word('removeParty'),
        partyMenu: (state) => t('metadata.partyMenu', { state }),
        done: word('done'),
        cancel: t('cancel'),
        close: t('close'),
      }}
    />
  )
}
