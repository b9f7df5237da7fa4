// What the text is taken to be, each with why and a tick.
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { links } from '../../api/links.ts'
import { useEvidenceWords } from '../../i18n/evidence.ts'
import { useFormats } from '../../i18n/format.ts'
import { TextLink } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import styles from './check.module.css'
import type { Kin, KnownState } from './known.ts'

export const KnownAs = ({ all, tick }: Pick<KnownState, 'all' | 'tick'>) => {
  const { t } = useTranslation('importing')
  if (all.length === 0) return null
  return (
    <section className={styles.known} aria-label={t('known.title')}>
      <h3>{t('known.title')}</h3>
      <ul>
        {all.map((kin) => (
          <li key={kin.key}>
            <Checkbox isSelected={kin.isOn} onChange={(on) => tick(kin.key, on)}>
              <Words kin={kin} />
            </Checkbox>
            <Where kin={kin} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Words = ({ kin }: { kin: Kin }) => {
  const { t } = useTranslation('importing')
  const format = useFormats()
  const words = useEvidenceWords()
  return (
    <span>
      {kin.kind === 'document'
        ? t('known.document', { name: kin.name })
        : t('known.language', { language: format.language(kin.text.language), title: kin.text.title.replaceAll('\n', ' ') })}
      <small>{kin.kind === 'document' ? (kin.reasons.length > 0 ? words.document(kin.reasons) : t('known.chosen')) : words.language(kin.reasons, kin.shape)}</small>
    </span>
  )
}

const Where = ({ kin }: { kin: Kin }) => {
  const { t } = useTranslation('importing')
  const [, go] = useLocation()
  const [naming] = kin.kind === 'document' ? kin.namedBy : []
  const path = kin.kind === 'language' ? links.declaration(kin.text.id) : naming && links.clause(naming.report, naming.clause)
  if (!path) return null
  return (
    <TextLink className={styles.knownBy} onPress={() => go(path)}>
      {naming ? t('known.namedBy', { title: naming.title.replaceAll('\n', ' ') }) : t('open')}
    </TextLink>
  )
}
