// The title bar: wordmark, the four places, the palette, the promise, language, theme, settings.
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Settings as AppSettings } from '../../shared/contract/app.ts'
import { links } from '../api/links.ts'
import { useSetSettings } from '../api/queries.ts'
import type { Locale } from '../i18n/setup.ts'
import { IconButton } from '../ui/Button.tsx'
import { cx } from '../ui/cx.ts'
import { LockKeyhole, Moon, Search, Settings, Sun } from '../ui/icons.ts'
import { Tooltip } from '../ui/Tooltip.tsx'
import { Button as AriaButton, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './shell.module.css'

const PLACES = [
  { to: links.library, own: /^\/(library|lineage|$)/, label: 'nav.library' },
  { to: links.import, own: /^\/import/, label: 'nav.import' },
  { to: links.drafts, own: /^\/(draft|history)/, label: 'nav.drafts' },
  { to: links.compare(), own: /^\/(compare|report|several)/, label: 'nav.compare' },
] as const

const LanguageSwitch = ({ locale }: { locale: Locale }) => {
  const { t } = useTranslation()
  const set = useSetSettings()
  return (
    <ToggleButtonGroup
      aria-label={t('language')}
      className={styles.lang!}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[locale]}
      onSelectionChange={(keys) => set({ locale: [...keys][0] as AppSettings['locale'] })}
    >
      <ToggleButton id="ru" aria-label="Русский" className={styles.langButton!}>
        {'RU'}
      </ToggleButton>
      <ToggleButton id="en" aria-label="English" className={styles.langButton!}>
        {'EN'}
      </ToggleButton>
    </ToggleButtonGroup>
  )
}

export interface TitleBarProps {
  theme: 'light' | 'dark'
  onPalette: () => void
}

export const TitleBar = ({ theme, onPalette }: TitleBarProps) => {
  const { t, i18n } = useTranslation()
  const [location] = useLocation()
  const set = useSetSettings()
  return (
    <header className={styles.title}>
      <span className={styles.word}>{t('name')}</span>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        {PLACES.map((place) => (
          <Link
            key={place.to}
            href={place.to}
            className={styles.place}
            aria-current={place.own.test(location) ? 'page' : undefined}
          >
            {t(place.label)}
          </Link>
        ))}
      </nav>
      <AriaButton className={styles.command!} onPress={onPalette} aria-keyshortcuts="Control+K">
        <Search size={14} aria-hidden />
        <span>{t('palette.hint')}</span>
        <kbd>{t('palette.keys')}</kbd>
      </AriaButton>
      <Tooltip text={t('offline.note')}>
        <AriaButton className={styles.offline!} aria-label={t('offline.label')}>
          <LockKeyhole size={14} aria-hidden />
          <span>{t('offline.label')}</span>
        </AriaButton>
      </Tooltip>
      <LanguageSwitch locale={(i18n.resolvedLanguage ?? 'en') as Locale} />
      <span className={styles.end}>
        <IconButton
          label={t(theme === 'dark' ? 'theme.toLight' : 'theme.toDark')}
          onPress={() => set({ theme: theme === 'dark' ? 'light' : 'dark' })}
        >
          {theme === 'dark' ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
        </IconButton>
        <Tooltip text={t('nav.settings')}>
          <SettingsLink label={t('nav.settings')} isCurrent={location.startsWith(links.settings)} />
        </Tooltip>
      </span>
    </header>
  )
}

const SettingsLink = ({ label, isCurrent }: { label: string; isCurrent: boolean }) => {
  const [, go] = useLocation()
  return (
    <AriaButton className={cx(styles.gear, isCurrent && styles.current)} aria-label={label} onPress={() => go(links.settings)}>
      <Settings size={16} aria-hidden />
    </AriaButton>
  )
}
