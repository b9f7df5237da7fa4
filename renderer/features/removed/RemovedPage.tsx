// The list of what was taken out of the library and of the drafts, the latest first: put back, or deleted for good.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RemovedRef, RemovedText } from '../../../shared/contract/removed.ts'
import { useAppInfo, useRead, useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Grow, Screen, ScreenTitle, ToolBar } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Trash2, Undo2 } from '../../ui/icons.ts'
import { DeleteDialog } from './DeleteDialog.tsx'
import styles from './removed.module.css'

const refOf = ({ kind, id }: RemovedText) => ({ kind, id }) as RemovedRef

export function RemovedPage() {
  const { t } = useTranslation('removed')
  const errorText = useErrorText()
  const removed = useRead('removed.list', {})
  const readOnly = useAppInfo().data?.writable === false
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deleting, setDeleting] = useState<RemovedText[] | null>(null)
  const putBack = usePutBack()

  const texts = removed.data ?? []
  const wanted = texts.filter(({ id }) => chosen.has(id))
  const choose = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
  return (
    <Screen label={t('title')}>
      <ToolBar>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <Grow />
        <Button isDisabled={readOnly || wanted.length === 0} onPress={() => void putBack(wanted)}>
          <Undo2 size={14} aria-hidden />
          {t('putBack')}
        </Button>
        <Button variant="danger" isDisabled={readOnly || wanted.length === 0} onPress={() => setDeleting(wanted)}>
          <Trash2 size={14} aria-hidden />
          {t('delete')}
        </Button>
      </ToolBar>
      {removed.error && (
        <Banner
          tone="bad"
          actions={
            <Button size="small" onPress={() => void removed.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {errorText(removed.error)}
        </Banner>
      )}
      {removed.data?.length === 0 && <EmptyState title={t('empty')} note={t('emptyNote')} />}
      {texts.length > 0 && (
        <div className={styles.scroll}>
          <div className={styles.all}>
            <Checkbox
              isSelected={wanted.length === texts.length}
              isIndeterminate={wanted.length > 0 && wanted.length < texts.length}
              onChange={(on) => setChosen(new Set(on ? texts.map(({ id }) => id) : []))}
            >
              {wanted.length === 0 ? t('all', { count: texts.length }) : t('chosen', { count: wanted.length })}
            </Checkbox>
          </div>
          <ul className={styles.list} aria-label={t('title')}>
            {texts.map((text) => (
              <RemovedLine key={text.id} text={text} isChosen={chosen.has(text.id)} onChoose={(on) => choose(text.id, on)} />
            ))}
          </ul>
        </div>
      )}
      {deleting && <DeleteDialog texts={deleting.map(refOf)} onClose={() => setDeleting(null)} />}
    </Screen>
  )
}

/** Each by its own operation, one after the other; what fails is told and the rest goes on. */
function usePutBack(): (texts: readonly RemovedText[]) => Promise<void> {
  const declaration = useWrite('declaration.restore')
  const draft = useWrite('draft.restore')
  return async (texts) => {
    for (const { kind, id } of texts.map(refOf)) {
      await (kind === 'draft' ? draft.mutateAsync({ id }) : declaration.mutateAsync({ id })).catch(() => {})
    }
  }
}

function RemovedLine({ text, isChosen, onChoose }: { text: RemovedText; isChosen: boolean; onChoose: (on: boolean) => void }) {
  const { t } = useTranslation('removed')
  const { date, moment } = useFormats()
  return (
    <li className={styles.line}>
      <Checkbox isSelected={isChosen} onChange={onChoose} className={styles.choice}>
        <span className={styles.name}>{text.title.replaceAll('\n', ' ')}</span>
        <span className={styles.about}>{[t(`kind.${text.kind}`), text.date && date(text.date)].filter(Boolean).join(', ')}</span>
        <span className={styles.about}>{t('removed', { when: moment(text.removed) })}</span>
      </Checkbox>
    </li>
  )
}
