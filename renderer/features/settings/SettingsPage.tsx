// Settings: how the screen speaks and looks, whom changes are attributed to, where the library lives.
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Settings } from '../../../shared/contract/app.ts'
import { links } from '../../api/links.ts'
import { useAppInfo, useSetSettings, useSettings } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Choice.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { CarryGroup } from './carry/CarryGroup.tsx'
import styles from './settings.module.css'

const Group = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}

/** A field that is stored when it is left, not at every letter. */
const StoredField = ({
  label,
  note,
  value,
  maxLength,
  clean,
  onStore,
}: {
  label: string
  note: string
  value: string
  maxLength: number
  clean: (text: string) => string
  onStore: (value: string) => void
}) => {
  const [typed, setTyped] = useState<string | null>(null)
  const store = () => {
    if (typed !== null && clean(typed) !== value) onStore(clean(typed))
    setTyped(null)
  }
  return (
    <TextField
      label={label}
      note={note}
      value={typed ?? value}
      maxLength={maxLength}
      onChange={setTyped}
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store()
        // The keys of the whole screen hold in a field too.
        event.continuePropagation()
      }}
      className={styles.narrow}
    />
  )
}

const Choices = ({ settings, protection }: { settings: Settings; protection: ReactNode }) => {
  const { t } = useTranslation('settings')
  const info = useAppInfo()
  const set = useSetSettings()
  const [, go] = useLocation()
  return (
    <div className={styles.column}>
      <h1 className={styles.title}>{t('title')}</h1>
      <Group title={t('language.title')}>
        <Segmented
          label={t('language.title')}
          value={settings.locale}
          onChange={(locale) => set({ locale })}
          options={[
            { id: 'system', label: t('language.system') },
            { id: 'ru', label: t('language.ru') },
            { id: 'en', label: t('language.en') },
          ]}
        />
      </Group>
      <Group title={t('theme.title')}>
        <Segmented
          label={t('theme.title')}
          value={settings.theme}
          onChange={(theme) => set({ theme })}
          options={[
            { id: 'system', label: t('theme.system') },
            { id: 'light', label: t('theme.light') },
            { id: 'dark', label: t('theme.dark') },
          ]}
        />
      </Group>
      <Group title={t('author.title')}>
        <StoredField
          label={t('author.name')}
          note={t('author.nameNote')}
          value={settings.author}
          maxLength={200}
          clean={(text) => text.trim()}
          onStore={(author) => set({ author })}
        />
        <StoredField
          label={t('author.delegation')}
          note={t('author.delegationNote')}
          value={settings.delegation}
          maxLength={12}
          clean={(text) => text.trim().toUpperCase()}
          onStore={(delegation) => set({ delegation })}
        />
        <Switch isSelected={settings.trackChanges} onChange={(trackChanges) => set({ trackChanges })}>
          {t('author.track')}
        </Switch>
      </Group>
      <Group title={t('protection:title')}>{protection}</Group>
      <Group title={t('carry.title')}>
        <CarryGroup />
      </Group>
      <Group title={t('about.title')}>
        {info.data && (
          <dl className={styles.facts}>
            <dt>{t('about.library')}</dt>
            <dd>{info.data.library}</dd>
            <dt>{t('about.version')}</dt>
            <dd>{info.data.version}</dd>
            <dt>{t('about.host')}</dt>
            <dd>{t(`about.${info.data.host === 'desktop' ? 'desktop' : 'browser'}`)}</dd>
          </dl>
        )}
        <p className={styles.note}>{t('about.note')}</p>
        <Button onPress={() => go(links.copies)}>{t('about.copies')}</Button>
        <Button onPress={() => go(links.diagnosis)}>{t('about.diagnosis')}</Button>
        <Button onPress={() => set({ introSeen: false })}>{t('about.intro')}</Button>
      </Group>
    </div>
  )
}

/** `protection` is the group on the protection of the library. */
export const SettingsPage = ({ protection }: { protection: ReactNode }) => {
  const { t } = useTranslation('common')
  const settings = useSettings()
  const errorText = useErrorText()
  if (settings.error) {
    return (
      <EmptyState
        title={errorText(settings.error)}
        actions={<Button onPress={() => void settings.refetch()}>{t('retry')}</Button>}
      />
    )
  }
  return <div className={styles.page}>{settings.data && <Choices settings={settings.data} protection={protection} />}</div>
}
