// What goes into a carry file: all, or the declarations and drafts that are chosen.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryChoice } from '../../../../shared/model/carry.ts'
import { useClient } from '../../../api/context.tsx'
import { download } from '../../../api/download.ts'
import { useJobs } from '../../../api/jobs.tsx'
import { useLibrary, useRead } from '../../../api/queries.ts'
import { useErrorText } from '../../../i18n/errors.ts'
import { useFormats } from '../../../i18n/format.ts'
import { ActDialog } from '../../../ui/ActDialog.tsx'
import { Checkbox, RadioGroup } from '../../../ui/Choice.tsx'
import { TextField } from '../../../ui/Field.tsx'
import { notices } from '../../../ui/notices.ts'
import styles from './carry.module.css'

/** So many are listed; a few words find the others. */
const LISTED = 200

const NONE: never[] = []

export function CarryOutDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const client = useClient()
  const jobs = useJobs()
  const errorText = useErrorText()
  const [what, setWhat] = useState<'all' | 'some'>('all')
  const [choice, setChoice] = useState<CarryChoice>({ declarations: [], drafts: [] })
  const [busy, setBusy] = useState(false)
  const declarations = useLibrary().data?.declarations ?? NONE
  const drafts = useRead('draft.list', {}).data ?? NONE
  const chosen = choice.declarations.length + choice.drafts.length
  const isEmpty = what === 'all' ? declarations.length + drafts.length === 0 : chosen === 0

  const carry = async () => {
    setBusy(true)
    try {
      const { id, fileName } = await jobs.run(t('carry.packing'), (job) => client.call('carry.build', { ...(what === 'some' && { choice }), job }))
      const saved = await client.call('carry.save', { id })
      if (saved.kind === 'cancelled') return
      if (saved.kind === 'download') download(saved)
      notices.add({ text: saved.kind === 'saved' ? t('carry.saved', { path: saved.path }) : t('carry.downloaded', { name: fileName }) })
      onClose()
    } catch (error) {
      notices.add({ tone: 'bad', text: errorText(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <ActDialog
      title={t('carry.outTitle')}
      onClose={onClose}
      closeLabel={t('common:close')}
      cancelLabel={t('common:cancel')}
      act={t('carry.outAct')}
      isDisabled={busy || isEmpty}
      onAct={() => void carry()}
    >
      <div className={styles.sheet}>
        <RadioGroup
          label={t('carry.what')}
          value={what}
          onChange={setWhat}
          options={[
            { id: 'all', label: t('carry.all'), note: t('carry.allNote', { declarations: declarations.length, drafts: drafts.length }) },
            { id: 'some', label: t('carry.some'), note: t('carry.someNote') },
          ]}
        />
        {what === 'some' && (
          <>
            <Chosen
              label={t('carry.drafts')} entries={drafts} chosen={choice.drafts} onChoose={(ids) => setChoice({ ...choice, drafts: ids })}
            />
            <Chosen
              label={t('carry.declarations')} entries={declarations} chosen={choice.declarations}
              onChoose={(ids) => setChoice({ ...choice, declarations: ids })}
            />
          </>
        )}
        {declarations.length + drafts.length === 0 ? <p>{t('carry.nothing')}</p> : <p className={styles.warning}>{t('carry.plain')}</p>}
      </div>
    </ActDialog>
  )
}

interface ChosenProps<Id extends string> {
  label: string
  entries: readonly { id: Id; title: string; date: string | null }[]
  chosen: readonly Id[]
  onChoose: (ids: Id[]) => void
}

function Chosen<Id extends string>({ label, entries, chosen, onChoose }: ChosenProps<Id>) {
  const { t } = useTranslation('settings')
  const { date } = useFormats()
  const [words, setWords] = useState('')
  if (entries.length === 0) return null
  const found = entries.filter(({ title }) => title.toLowerCase().includes(words.trim().toLowerCase()))
  return (
    <fieldset className={styles.chosen}>
      <legend>{t('carry.chosen', { label, chosen: chosen.length, total: entries.length })}</legend>
      {entries.length > 8 && <TextField label={t('carry.find')} labelled={false} placeholder={t('carry.find')} value={words} onChange={setWords} />}
      <ul className={styles.entries}>
        {found.slice(0, LISTED).map(({ id, title, date: day }) => (
          <li key={id}>
            <Checkbox
              isSelected={chosen.includes(id)}
              onChange={(on) => onChoose(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
            >
              <span className={styles.entry}>
                <span>{title.replaceAll(/\s+/gu, ' ')}</span>
                {day && <time dateTime={day}>{date(day)}</time>}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {found.length > LISTED && <p className={styles.note}>{t('carry.more', { count: found.length - LISTED })}</p>}
    </fieldset>
  )
}
