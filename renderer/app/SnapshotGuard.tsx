// Where no snapshot can be taken before an act that changes much at once, the officer decides whether it is done without one.
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../shared/contract/error.ts'
import type { Client, Input, OperationName } from '../../shared/contract/index.ts'
import { ClientProvider, useClient } from '../api/context.tsx'
import { useErrorText } from '../i18n/errors.ts'
import { ActDialog } from '../ui/ActDialog.tsx'

interface Asked {
  error: AppError
  answer(goOn: boolean): void
}

/** Every call below it is asked for again without a snapshot where the officer says so; else it fails as it did. */
export const SnapshotGuard = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const client = useClient()
  /** Of several acts refused at once each is asked about in its turn. */
  const [questions, setQuestions] = useState<readonly Asked[]>([])
  const [asked] = questions
  const asking = useMemo(() => guarded(client, (question) => setQuestions((earlier) => [...earlier, question])), [client])
  const answer = (goOn: boolean) => {
    setQuestions(([, ...later]) => later)
    asked?.answer(goOn)
  }
  return (
    <ClientProvider client={asking}>
      {children}
      {asked && (
        <ActDialog
          title={t('noSnapshot.title')}
          act={t('noSnapshot.goOn')}
          cancelLabel={t('cancel')}
          closeLabel={t('close')}
          width="narrow"
          onAct={() => answer(true)}
          onClose={() => answer(false)}
        >
          <p>{errorText(asked.error)}</p>
          <p>{t('noSnapshot.note')}</p>
        </ActDialog>
      )}
    </ClientProvider>
  )
}

const guarded = (client: Client, ask: (asked: Asked) => void): Client => ({
  ...client,
  async call<N extends OperationName>(name: N, input: Input<N>) {
    try {
      return await client.call(name, input)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'snapshot-failed') throw error
      const goOn = await new Promise<boolean>((answer) => ask({ error, answer }))
      if (!goOn) throw error
      return client.call(name, { ...input, withoutSnapshot: true })
    }
  },
})
