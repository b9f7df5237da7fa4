// What an opened declaration is one with: its other languages, the reports that name it, or the documents that it names as a report.
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { useLibrary } from '../../api/queries.ts'
import { useEvidenceWords } from '../../i18n/evidence.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button, IconButton, TextLink } from '../../ui/Button.tsx'
import { Ban, Check, X } from '../../ui/icons.ts'
import { Fact } from './Fact.tsx'
import styles from './missing.module.css'
import { useKnownDocuments } from './useKnownDocuments.ts'
import type { LanguageVersionsState } from './useLanguageVersions.ts'

export interface OneDocumentProps {
  id: DeclarationId
  versions: LanguageVersionsState
  /** Opens another version where this one is read. */
  onVersion: (id: DeclarationId) => void
}

export const OneDocument = (props: OneDocumentProps) => (
  <>
    <Languages {...props} />
    <Named {...props} />
  </>
)

const Languages = ({ id, versions, onVersion }: OneDocumentProps) => {
  const { t } = useTranslation('library')
  const format = useFormats()
  const words = useEvidenceWords()
  const [, go] = useLocation()
  const declarations = useLibrary().data?.declarations ?? []
  const others = versions.of(id)
  const maybe = versions.proposed.flatMap(({ one, other, reasons, shape }) => {
    if (one !== id && other !== id) return []
    const text = declarations.find((each) => each.id === (one === id ? other : one))
    return text ? [{ text, reasons, shape }] : []
  })
  return (
    <>
      {others.length > 0 && (
        <Fact name={t('languages.other')}>
          <ul className={styles.kin}>
            {others.map((text) => (
              <li key={text.id}>
                <TextLink onPress={() => onVersion(text.id)}>{`${format.language(text.language)}: ${text.title.replaceAll('\n', ' ')}`}</TextLink>
                <IconButton size="small" label={t('languages.part', { title: text.title.replaceAll('\n', ' ') })} onPress={() => versions.part(id, text.id)}>
                  <X size={12} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {maybe.length > 0 && (
        <Fact name={t('languages.maybe')}>
          <ul className={styles.maybe}>
            {maybe.map(({ text, reasons, shape }) => (
              <li key={text.id}>
                <TextLink onPress={() => go(links.declaration(text.id))}>{`${format.language(text.language)}: ${text.title.replaceAll('\n', ' ')}`}</TextLink>
                <small>{words.language(reasons, shape)}</small>
                <span className={styles.acts}>
                  <Button size="small" onPress={() => versions.join(id, text.id)}>
                    <Check size={14} aria-hidden />
                    {t('languages.same')}
                  </Button>
                  <Button size="small" variant="ghost" onPress={() => versions.part(id, text.id)}>
                    <Ban size={14} aria-hidden />
                    {t('languages.apart')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </>
  )
}

const Named = ({ id }: OneDocumentProps) => {
  const { t } = useTranslation('library')
  const format = useFormats()
  const [, go] = useLocation()
  const known = useKnownDocuments()
  const mine = known.all.filter(({ declaration }) => declaration === id)
  const named = known.all.filter(({ namedBy }) => namedBy.some(({ report }) => report === id))
  return (
    <>
      {mine.length > 0 && (
        <Fact name={t('missing.inReports')}>
          <ul className={styles.kin}>
            {mine.map((document) => (
              <li key={document.id}>
                <span>
                  <span className={styles.quote}>{document.name}</span>
                  {document.namedBy.map(({ report, clause, title, date }) => (
                    <TextLink key={`${report} ${clause}`} onPress={() => go(links.clause(report, clause))}>
                      {[title.replaceAll('\n', ' '), date && format.date(date)].filter(Boolean).join(', ')}
                    </TextLink>
                  ))}
                </span>
                <IconButton size="small" label={t('missing.untie', { name: document.name })} onPress={() => known.tie(document, null)}>
                  <X size={12} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {named.length > 0 && (
        <Fact name={t('missing.names')}>
          <ul className={styles.maybe}>
            {named.map(({ id: document, name, declaration, dismissed }) => (
              <li key={document}>
                {declaration ? <TextLink onPress={() => go(links.declaration(declaration))}>{name}</TextLink> : <span className={styles.quote}>{name}</span>}
                {!declaration && (
                  <small>
                    {dismissed ? t('missing.state.dismissed') : <TextLink onPress={() => go(links.missing)}>{t('missing.state.missing')}</TextLink>}
                  </small>
                )}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </>
  )
}
