// A returned text on its way into the draft, on one surface: which file and what it is, whose names are in it, how much comes in,
// and where both sides changed the same words.
import { useState, type ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../shared/contract/error.ts'
import type { Draft } from '../../../shared/model/draft.ts'
import type { DraftId, VersionId } from '../../../shared/model/ids.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DialogBody, DialogFoot, DialogSheet } from '../../ui/Dialog.tsx'
import { FileText, FolderOpen } from '../../ui/icons.ts'
import type { Delegation } from './delegations.ts'
import styles from './return.module.css'
import { ReturnConflicts } from './ReturnConflicts.tsx'
import { askedHands, handsAnswered, isAnswered, originOf, takingOf, type Answers } from './returned.ts'
import { ReturnedHands } from './ReturnedHands.tsx'
import { ReturnOrigin } from './ReturnOrigin.tsx'
import { ReadingLine, ReturnSummary } from './ReturnSummary.tsx'
import { usePreview, useReturnedFile } from './useReturnedFile.ts'
import type { Returning } from './useReturning.ts'

export interface ReturnDialogProps extends Pick<Returning, 'takeIn'> {
  draft: Draft
  /** Tells one stored text from the next. */
  documentKey: string
  delegations: readonly Delegation[]
  /** The file to begin with; null asks for one. */
  file: File | null
  onPassOn: (draft: DraftId, file: File) => void
  onClose: () => void
}

export function ReturnDialog(props: ReturnDialogProps) {
  const { t } = useTranslation('returning')
  const [chosen, setChosen] = useState({ file: props.file, turn: 0 })
  const choose = (files: FileList | null) => {
    const file = files?.[0]
    if (file) setChosen(({ turn }) => ({ file, turn: turn + 1 }))
  }
  return (
    <DialogSheet title={t('title')} isOpen onClose={props.onClose} closeLabel={t('common:close')} width="wide">
      {chosen.file ? (
        <OfFile key={chosen.turn} {...props} file={chosen.file} onChoose={choose} />
      ) : (
        <Content onClose={props.onClose}>
          <div className={styles.zone}>
            <FileText size={28} strokeWidth={1.2} aria-hidden />
            <p>{t('choose.note')}</p>
            <FileTrigger acceptedFileTypes={['.docx']} onSelect={choose}>
              <Button variant="primary">
                <FolderOpen size={16} aria-hidden />
                {t('choose.act')}
              </Button>
            </FileTrigger>
          </div>
        </Content>
      )}
    </DialogSheet>
  )
}

function Content({ onClose, act, children }: { onClose: () => void; act?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <DialogBody>
        <div className={styles.body}>{children}</div>
      </DialogBody>
      <DialogFoot>
        {act}
        <Button onPress={onClose}>{t('common:cancel')}</Button>
      </DialogFoot>
    </>
  )
}

type OfFileProps = Omit<ReturnDialogProps, 'file'> & { file: File; onChoose: (files: FileList | null) => void }

/** The button that chose the file is gone: without this the keyboard would go with it. */
const keepKeyboard = (button: HTMLButtonElement | null) => button?.focus()

/** Everything about one file. */
function OfFile({ file, draft, documentKey, delegations, takeIn, onPassOn, onChoose, onClose }: OfFileProps) {
  const { t } = useTranslation('returning')
  const errorText = useErrorText()
  const [sentAs, setSentAs] = useState<VersionId | null>(null)
  const [staysHere, setStaysHere] = useState(false)
  const [answers, setAnswers] = useState<Answers>({})
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const [taking, setTaking] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const { handle, about, error, isReading, job } = useReturnedFile(file, { draft: draft.id, sentAs, documentKey })

  const origin = about && originOf(about, draft.id)
  const hands = about ? askedHands(about) : []
  const version = origin?.kind === 'version' ? origin.id : sentAs
  const wanted = handle && about && (origin?.kind !== 'other' || staysHere)
    ? takingOf(handle, version, handsAnswered(hands, answers), [...theirs]) : null
  const preview = usePreview(wanted, { draft: draft.id, documentKey })
  const found = preview.data
  const isEmpty = found && found.changes + found.comments + found.conflicts.length === 0
  const failure = refused ?? error ?? preview.error

  const take = async () => {
    if (!wanted || !found) return
    setTaking(true)
    setRefused(null)
    try {
      await takeIn(wanted, { name: file.name, changes: found.changes })
      onClose()
    } catch (refusal) {
      setRefused(refusal)
      setTaking(false)
    }
  }
  const act = found && !isEmpty && (
    <Button
      variant="primary"
      isDisabled={taking || preview.isFetching || !isAnswered(hands, answers)}
      onPress={() => void take()}
    >
      {t('act')}
    </Button>
  )
  return (
    <Content onClose={onClose} act={act}>
      <div className={styles.file}>
        <FileText size={16} aria-hidden />
        <b>{file.name}</b>
        <FileTrigger acceptedFileTypes={['.docx']} onSelect={onChoose}>
          <Button size="small" ref={keepKeyboard}>{t('choose.other')}</Button>
        </FileTrigger>
      </div>
      {failure instanceof AppError && failure.code === 'cancelled' ? (
        <p className={styles.quiet}>{t('cancelled')}</p>
      ) : failure ? (
        <Banner tone="bad">{errorText(failure)}</Banner>
      ) : null}
      {isReading && <ReadingLine name={file.name} job={job} />}
      {origin && (
        <ReturnOrigin
          draft={draft.id}
          origin={origin}
          sentAs={sentAs}
          onSentAs={setSentAs}
          staysHere={staysHere}
          onStay={() => setStaysHere(true)}
          onPassOn={(other) => onPassOn(other, file)}
        />
      )}
      {wanted && about && found && (
        <>
          <ReturnSummary found={found} warnings={about.warnings} />
          {!isEmpty && (
            <ReturnedHands
              hands={hands}
              answers={answers}
              delegations={delegations}
              onAnswer={(name, delegation) => setAnswers({ ...answers, [name]: delegation })}
            />
          )}
          <ReturnConflicts conflicts={found.conflicts} language={draft.language} theirs={theirs} onChoose={setTheirs} />
        </>
      )}
    </Content>
  )
}
