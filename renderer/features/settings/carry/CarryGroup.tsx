// The library to and from another machine: carried out as one file, whole or in part, and such a file brought in.
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CARRY_ENDING } from '../../../../shared/model/carry.ts'
import type { CarrySummary } from '../../../../shared/model/carry.ts'
import type { FileHandle } from '../../../../shared/model/ids.ts'
import { useClient } from '../../../api/context.tsx'
import { stageCarry } from '../../../api/files.ts'
import { useJobs } from '../../../api/jobs.tsx'
import { useAppInfo } from '../../../api/queries.ts'
import { useErrorText } from '../../../i18n/errors.ts'
import { Button } from '../../../ui/Button.tsx'
import { Download, Upload } from '../../../ui/icons.ts'
import { notices } from '../../../ui/notices.ts'
import { CarryInDialog } from './CarryInDialog.tsx'
import { CarryOutDialog } from './CarryOutDialog.tsx'
import styles from './carry.module.css'

export function CarryGroup() {
  const { t } = useTranslation('settings')
  const client = useClient()
  const jobs = useJobs()
  const errorText = useErrorText()
  const writable = useAppInfo().data?.writable ?? false
  const [isOut, setOut] = useState(false)
  const [busy, setBusy] = useState(false)
  const [looked, setLooked] = useState<{ file: FileHandle; name: string; summary: CarrySummary } | null>(null)

  const look = async (chosen: File) => {
    setBusy(true)
    try {
      const file = await stageCarry(client, chosen)
      const summary = await jobs.run(t('carry.looking', { name: chosen.name }), (job) => client.call('carry.look', { file, job }))
      setLooked({ file, name: chosen.name, summary })
    } catch (error) {
      notices.add({ tone: 'bad', text: errorText(error) })
    } finally {
      setBusy(false)
    }
  }
  const leave = () => {
    if (looked) void client.call('file.drop', { file: looked.file }).catch(() => {})
    setLooked(null)
  }
  return (
    <>
      <div className={styles.buttons}>
        <Button onPress={() => setOut(true)}>
          <Download size={14} aria-hidden />
          {t('carry.out')}
        </Button>
        <FileTrigger
          acceptedFileTypes={[CARRY_ENDING]}
          onSelect={(files) => {
            const [chosen] = files ?? []
            if (chosen) void look(chosen)
          }}
        >
          <Button isDisabled={!writable || busy}>
            <Upload size={14} aria-hidden />
            {t('carry.in')}
          </Button>
        </FileTrigger>
      </div>
      <p className={styles.note}>{t('carry.note')}</p>
      {isOut && <CarryOutDialog onClose={() => setOut(false)} />}
      {looked && <CarryInDialog {...looked} onClose={leave} />}
    </>
  )
}
