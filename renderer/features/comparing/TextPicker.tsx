// Picks one of the two texts: a draft (with its changes or before them), one of its versions, a declaration, a file on disk.
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextRef } from '../../../shared/contract/comparing.ts'
import type { DraftSummary } from '../../../shared/model/draft.ts'
import type { FileHandle } from '../../../shared/model/ids.ts'
import { useClient } from '../../api/context.tsx'
import { stageFile } from '../../api/files.ts'
import { useLibrary, useRead } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Flag } from '../../ui/Bars.tsx'
import { SearchField } from '../../ui/Field.tsx'
import { Check, FolderOpen } from '../../ui/icons.ts'
import { useArrowWalk } from '../../ui/useArrowWalk.ts'
import styles from './picker.module.css'

export interface TextPickerProps {
  label: string
  chosen: TextRef | null
  onChoose: (ref: TextRef) => void
  /** Takes the caret when it appears. */
  takesFocus?: boolean
}

/** More say nothing to a reader: typing on narrows them. */
const SHOWN = 100

/** Case and ё do not matter when looking for a title. */
const folded = (text: string) => text.toLowerCase().replaceAll('ё', 'е')

export function TextPicker({ label, chosen, onChoose, takesFocus }: TextPickerProps) {
  const { t } = useTranslation('comparing')
  const { date } = useFormats()
  const [query, setQuery] = useState('')
  const [taken, setTaken] = useState<{ file: FileHandle; name: string } | null>(null)
  const drafts = useRead('draft.list', {}).data ?? []
  const declarations = useLibrary().data?.declarations ?? []
  const picker = useRef<HTMLElement>(null)
  useArrowWalk(picker)
  const found = (...words: (string | null)[]) => folded(words.join(' ')).includes(folded(query.trim()))
  const shownDrafts = drafts.filter((draft) => found(draft.title, draft.place))
  const shownDeclarations = declarations.filter((one) => found(one.title, one.place, one.date, date(one.date)))
  const left = Math.max(0, shownDrafts.length - SHOWN) + Math.max(0, shownDeclarations.length - SHOWN)

  return (
    <section ref={picker} className={styles.picker} aria-label={label}>
      <h2>{label}</h2>
      <div className={styles.ask}>
        <SearchField
          label={t('pick.search')}
          placeholder={t('pick.search')}
          clearLabel={t('pick.clear')}
          value={query}
          onChange={setQuery}
          takesFocus={takesFocus ?? false}
          className={styles.search}
        />
        <FileButton
          onChoose={(file, name) => {
            setTaken({ file, name })
            onChoose({ kind: 'file', file })
          }}
        />
      </div>
      {chosen?.kind === 'file' && (
        <output className={styles.taken}>
          <Check size={14} aria-hidden />
          {taken?.file === chosen.file ? taken.name : t('pick.fileTaken')}
        </output>
      )}
      <div className={styles.lists}>
        {shownDrafts.length > 0 && <h3>{t('pick.drafts')}</h3>}
        <ul>
          {shownDrafts.slice(0, SHOWN).map((draft) => (
            <DraftEntry key={draft.id} draft={draft} chosen={chosen} onChoose={onChoose} />
          ))}
        </ul>
        {shownDeclarations.length > 0 && <h3>{t('pick.declarations')}</h3>}
        <ul>
          {shownDeclarations.slice(0, SHOWN).map(({ id, title, place, date: adopted }) => (
            <li key={id}>
              <Choice
                title={title}
                note={[place, adopted && date(adopted)].filter(Boolean).join(', ')}
                onChoose={() => onChoose({ kind: 'declaration', id })}
                isChosen={chosen?.kind === 'declaration' && chosen.id === id}
              />
            </li>
          ))}
        </ul>
        {left > 0 && <p className={styles.none}>{t('pick.more', { count: left })}</p>}
        {shownDrafts.length + shownDeclarations.length === 0 && <p className={styles.none}>{t(drafts.length + declarations.length === 0 ? 'pick.empty' : 'pick.none')}</p>}
      </div>
    </section>
  )
}

function Choice({ title, note, isChosen, onChoose }: { title: string; note: string; isChosen: boolean; onChoose: () => void }) {
  return (
    <button type="button" data-walk className={styles.choice} aria-pressed={isChosen} onClick={onChoose}>
      <span className={styles.title}>{title}</span>
      <span className={styles.note}>{note}</span>
    </button>
  )
}

function DraftEntry({
  draft,
  chosen,
  onChoose,
}: {
  draft: DraftSummary
  chosen: TextRef | null
  onChoose: (ref: TextRef) => void
}) {
  const { t } = useTranslation('comparing')
  const { moment } = useFormats()
  const [open, setOpen] = useState(false)
  const versions = useRead('version.list', { draft: draft.id }, { enabled: open })
  const isChosen = chosen?.kind === 'draft' && chosen.id === draft.id
  return (
    <li>
      <Choice
        title={draft.title}
        note={t('pick.draftNote', { saved: moment(draft.saved), count: draft.openChanges })}
        isChosen={isChosen && chosen.changes !== 'rejected'}
        onChoose={() => onChoose({ kind: 'draft', id: draft.id })}
      />
      <div className={styles.more}>
        {draft.openChanges > 0 && (
          <button
            type="button"
            aria-pressed={isChosen && chosen.changes === 'rejected'}
            onClick={() => onChoose({ kind: 'draft', id: draft.id, changes: 'rejected' })}
          >
            {t('pick.beforeChanges')}
          </button>
        )}
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('pick.versions')}
        </button>
      </div>
      {open && (
        <ul className={styles.versions}>
          {versions.data?.length === 0 && <li className={styles.none}>{t('pick.noVersions')}</li>}
          {versions.data?.map((version) => (
            <li key={version.id}>
              <Choice
                title={version.name}
                note={moment(version.created)}
                isChosen={chosen?.kind === 'version' && chosen.id === version.id}
                onChoose={() => onChoose({ kind: 'version', id: version.id })}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function FileButton({ onChoose }: { onChoose: (file: FileHandle, name: string) => void }) {
  const { t } = useTranslation('comparing')
  const client = useClient()
  const errorText = useErrorText()
  const input = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<string | null>(null)
  // What was chosen beside it meanwhile stays; whoever has left is not called back.
  const latest = useRef<typeof onChoose | null>(null)
  useLayoutEffect(() => {
    latest.current = onChoose
    return () => { latest.current = null }
  }, [onChoose])
  const take = async (file: File | undefined) => {
    if (!file) return
    setError(null)
    try {
      const staged = await stageFile(client, file)
      latest.current?.(staged, file.name)
    } catch (failure) {
      setError(errorText(failure))
    }
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".docx,.pdf,.txt,.html,.htm,.odt,.rtf,.doc"
        className={styles.file}
        tabIndex={-1}
        aria-label={t('pick.file')}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <Button onPress={() => input.current?.click()}>
        <FolderOpen size={14} aria-hidden />
        {t('pick.file')}
      </Button>
      {error && <Flag tone="bad">{error}</Flag>}
    </>
  )
}
