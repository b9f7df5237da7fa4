// The files of a batch that should be looked at, one after another.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../shared/contract/library.ts'
import type { BatchId } from '../../../shared/model/ids.ts'
import type { Proposal } from '../../../shared/model/proposal.ts'
import { useRead } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckScreen } from './CheckScreen.tsx'
import { remarksOf } from './remarks.ts'

export interface BatchCheckProps {
  batch: BatchId
  file: number
  onBack: () => void
  onNext: (file: number) => void
}

export const BatchCheck = ({ batch, file, onBack, onNext }: BatchCheckProps) => {
  const { t } = useTranslation('importing')
  const errorText = useErrorText()
  const opened = useRead('batch.open', { batch })
  const preview = useRead('batch.propose', { batch, file })
  const waiting = (opened.data?.files ?? []).filter(({ key, state }) => state === 'look' && key !== file)
  const next = () => {
    const following = waiting.find(({ key }) => key > file) ?? waiting[0]
    if (following) onNext(following.key)
    else onBack()
  }
  if (preview.error) {
    return (
      <Banner tone="bad" actions={<Button onPress={onBack}>{t('toList')}</Button>}>
        {errorText(preview.error)}
      </Banner>
    )
  }
  if (!preview.data) return null
  const path = opened.data?.files.find(({ key }) => key === file)?.path ?? preview.data.proposal.fileName
  return (
    <Corrected key={file} batch={batch} file={file} path={path} preview={preview.data} others={waiting.length} onBack={onBack} onNext={next} />
  )
}

interface CorrectedProps {
  batch: BatchId
  file: number
  path: string
  preview: ImportPreview
  others: number
  onBack: () => void
  onNext: () => void
}

/** As the officer has corrected it so far. */
const Corrected = ({ batch, file, path, preview, others, onBack, onNext }: CorrectedProps) => {
  const [proposal, setProposal] = useState<Proposal>(preview.proposal)
  const [remarks] = useState(() => remarksOf(preview.proposal))
  return (
    <CheckScreen
      file={{ name: path, remarks, duplicateOf: preview.duplicateOf, alike: preview.alike, wanted: null, took: 0 }}
      held={{ batch, file }}
      proposal={proposal}
      others={others}
      onCorrect={setProposal}
      onStored={() => {}}
      onList={onBack}
      onDone={onNext}
    />
  )
}
