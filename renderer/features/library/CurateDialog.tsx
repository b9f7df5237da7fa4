// Notes on the declarations or clauses that are chosen: labels, favourite, a note, not to be reused, and of declarations authority and
// status. Where they differ each keeps its own until a field is touched.
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurationEdit } from '../../../shared/contract/curating.ts'
import type { ClauseHit, LibraryFacets } from '../../../shared/contract/library.ts'
import { holdsLabel, type Curation, type CurationChange, type Status } from '../../../shared/model/curation.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { Grade } from '../../../shared/model/words.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Plus } from '../../ui/icons.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './curate.module.css'

export type Chosen = { kind: 'declarations'; all: readonly DeclarationSummary[] } | { kind: 'clauses'; all: readonly Pick<ClauseHit, 'clauseId' | 'curation'>[] }

export interface CurateDialogProps {
  chosen: Chosen
  /** Labels that are in use, offered. */
  facets: Pick<LibraryFacets, 'tags' | 'topics'>
  onEdit: (edit: CurationEdit) => void
  onClose: () => void
}

const STATUSES: readonly Status[] = ['current', 'superseded', 'unverified']
const GRADES: readonly Grade[] = ['official', 'unofficial-translation', 'press-report']
const DIFFER = 'differ'

/** What all of them have; `undefined` where they differ. */
function common<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined
}

export const CurateDialog = ({ chosen, facets, onEdit, onClose }: CurateDialogProps) => {
  const { t } = useTranslation('library')
  const form = useId()
  const [change, setChange] = useState<CurationChange>({})
  const [status, setStatus] = useState<Status | undefined>()
  const [grade, setGrade] = useState<Grade | undefined>()
  const curations = chosen.all.map(({ curation }) => curation)
  const favourite = change.favourite ?? common(curations.map((each) => each.favourite))
  const note = change.note ?? common(curations.map((each) => each.note))
  // Untouched, each keeps its own reason.
  const [barring, setBarring] = useState<boolean | undefined>()
  const [reason, setReason] = useState(common(curations.map((each) => each.barred)) ?? '')
  // Nothing is wrong with an empty field that the officer is still in.
  const [reasonLeft, setReasonLeft] = useState(false)
  const isBarred = barring ?? common(curations.map((each) => each.barred !== null))
  const reasonMissing = barring === true && reason.trim() === ''
  const put = (more: CurationChange) => setChange({ ...change, ...more })
  const edit = () => {
    if (reasonMissing) return
    onEdit({
      declarations: chosen.kind === 'declarations' ? chosen.all.map(({ id }) => id) : [],
      clauses: chosen.kind === 'clauses' ? chosen.all.map(({ clauseId }) => clauseId) : [],
      change: { ...change, ...(barring !== undefined && { barred: barring ? reason.trim() : null }) },
      ...(status && { status }),
      ...(grade && { grade }),
    })
    onClose()
  }
  const differ = { id: DIFFER, label: t('curate.differ') }
  const commonStatus = chosen.kind === 'declarations' ? (status ?? common(chosen.all.map((each) => each.status))) : undefined
  const commonGrade = chosen.kind === 'declarations' ? (grade ?? common(chosen.all.map((each) => each.grade))) : undefined
  return (
    <ActDialog
      title={t(chosen.kind === 'declarations' ? 'curate.declarations' : 'curate.clauses', { count: chosen.all.length })}
      onClose={onClose}
      closeLabel={t('common:close')}
      cancelLabel={t('common:cancel')}
      act={t('curate.save')}
      isDisabled={reasonMissing}
      onAct={{ form }}
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          edit()
        }}
      >
        <Labels
          title={t('facet.topics')}
          kind="topics"
          curations={curations}
          offered={facets.topics.map(({ value }) => value)}
          add={change.addTopics ?? []}
          drop={change.dropTopics ?? []}
          onChange={(addTopics, dropTopics) => put({ addTopics, dropTopics })}
        />
        <Labels
          title={t('facet.tags')}
          kind="tags"
          curations={curations}
          offered={facets.tags.map(({ value }) => value)}
          add={change.addTags ?? []}
          drop={change.dropTags ?? []}
          onChange={(addTags, dropTags) => put({ addTags, dropTags })}
        />
        <TextField
          label={t('curate.note')}
          multiline
          value={note ?? ''}
          maxLength={4000}
          {...(note === undefined && { placeholder: t('curate.notesDiffer') })}
          onChange={(text) => put({ note: text })}
        />
        <Checkbox isSelected={favourite ?? false} isIndeterminate={favourite === undefined} onChange={(on) => put({ favourite: on })}>
          {t('curate.favourite')}
        </Checkbox>
        <div>
          <Checkbox isSelected={isBarred ?? false} isIndeterminate={isBarred === undefined} onChange={setBarring}>
            {t('curate.barred')}
          </Checkbox>
          {isBarred && (
            <TextField
              label={t('curate.reason')}
              value={reason}
              maxLength={1000}
              note={t('curate.reasonNote')}
              className={styles.reason}
              takesFocus={barring === true}
              onBlur={() => setReasonLeft(true)}
              {...(reasonMissing && reasonLeft && { error: t('curate.reasonMissing') })}
              onChange={(text) => {
                setReason(text)
                setBarring(true)
              }}
            />
          )}
        </div>
        {chosen.kind === 'declarations' && (
          <div className={styles.pair}>
            <Select
              labelled
              label={t('facet.status')}
              value={commonStatus ?? DIFFER}
              options={[...(commonStatus === undefined ? [differ] : []), ...STATUSES.map((id) => ({ id, label: t(`common:status.${id}`) }))]}
              onChange={(id) => id !== DIFFER && setStatus(id as Status)}
            />
            <Select
              labelled
              label={t('facet.grade')}
              value={commonGrade ?? DIFFER}
              options={[...(commonGrade === undefined ? [differ] : []), ...GRADES.map((id) => ({ id, label: t(`common:grade.${id}`) }))]}
              onChange={(id) => id !== DIFFER && setGrade(id as Grade)}
            />
          </div>
        )}
      </form>
    </ActDialog>
  )
}

interface LabelsProps {
  title: string
  kind: 'tags' | 'topics'
  curations: readonly Curation[]
  offered: readonly string[]
  add: readonly string[]
  drop: readonly string[]
  onChange: (add: string[], drop: string[]) => void
}

/** Labels offered before the field of new ones. */
const OFFERED = 12

/** Labels of those chosen as boxes, half ticked where only some have them; new ones come from the field. */
function Labels({ title, kind, curations, offered, add, drop, onChange }: LabelsProps) {
  const { t } = useTranslation('library')
  const [typed, setTyped] = useState('')
  const present = [...new Set(curations.flatMap((curation) => curation[kind]))]
  const shown = [...new Set([...present, ...add, ...offered.slice(0, OFFERED)])]
  const without = (list: readonly string[], label: string) => list.filter((each) => each !== label)
  const set = (label: string, on: boolean) => (on ? onChange([...add, label], without(drop, label)) : onChange(without(add, label), [...drop, label]))
  const addTyped = () => {
    const labels = typed.split(',').map((label) => label.trim().slice(0, 60)).filter((label) => label !== '' && !holdsLabel(add, label))
    if (labels.length > 0) onChange([...add, ...labels], drop.filter((label) => !holdsLabel(labels, label)))
    setTyped('')
  }
  const has = (label: string): boolean | undefined =>
    holdsLabel(add, label) ? true : drop.includes(label) ? false : common(curations.map((curation) => holdsLabel(curation[kind], label)))
  return (
    <fieldset className={styles.labels}>
      <legend>{title}</legend>
      <div className={styles.boxes}>
        {shown.map((label) => (
          <Checkbox key={label} isSelected={has(label) ?? false} isIndeterminate={has(label) === undefined} onChange={(on) => set(label, on)}>
            <span className={styles.labelText}>{label}</span>
          </Checkbox>
        ))}
      </div>
      <div className={styles.adding}>
        <TextField
          label={t(`curate.add.${kind}`)}
          labelled={false}
          placeholder={t(`curate.add.${kind}`)}
          value={typed}
          maxLength={400}
          onChange={setTyped}
          onBlur={addTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            addTyped()
          }}
        />
        <Button size="small" isDisabled={typed.trim() === ''} onPress={addTyped}>
          <Plus size={14} aria-hidden />
          {t('curate.addLabel')}
        </Button>
      </div>
    </fieldset>
  )
}
