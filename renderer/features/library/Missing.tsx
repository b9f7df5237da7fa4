// What is known to exist and whose text is missing: a list that the arrow keys walk through and Enter imports the text of.
import { useState } from 'react'
import { Collection, GridList, GridListItem, GridListLoadMoreItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { KnownDocument } from '../../../shared/model/document.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useEvidenceWords } from '../../i18n/evidence.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button, TextLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Ban, Check, Import, Undo2 } from '../../ui/icons.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './missing.module.css'
import { TieDialog } from './TieDialog.tsx'
import { isDismissed, isMissing, type KnownDocuments } from './useKnownDocuments.ts'

export interface MissingProps {
  /** Those that the search lets through. */
  shown: readonly KnownDocument[]
  known: KnownDocuments
  declarations: readonly DeclarationSummary[]
}

/** A row is as high as its words. In px. */
const LAYOUT = { estimatedRowHeight: 98 }
/** Rows at a time. */
const FEW = 300

export const Missing = ({ shown, known, declarations }: MissingProps) => {
  const { t, i18n } = useTranslation('library')
  const errorText = useErrorText()
  const [, go] = useLocation()
  const [view, setView] = useState<'missing' | 'dismissed'>('missing')
  // The list learns of rows as they are scrolled to, as the table of declarations does.
  const [listed, setListed] = useState(FEW)
  const [tying, setTying] = useState<KnownDocument | null>(null)
  const dismissed = shown.filter(isDismissed)
  const rows = view === 'missing' ? shown.filter(isMissing) : dismissed
  const act: Acts = {
    go,
    importText: ({ id }) => go(links.importText(id)),
    choose: setTying,
    tie: known.tie,
    dismiss: known.dismiss,
  }
  if (known.error) return <EmptyState title={errorText(known.error)} />
  if (!known.isKnown) return null
  return (
    <>
      {(dismissed.length > 0 || view === 'dismissed') && (
        <div className={styles.views}>
          <Segmented
            label={t('views')}
            value={view}
            options={[{ id: 'missing', label: t('missing.view.missing') }, { id: 'dismissed', label: t('missing.view.dismissed', { count: dismissed.length }) }]}
            onChange={setView}
          />
        </div>
      )}
      {rows.length === 0 ? (
        <Nothing hasAny={known.all.some(view === 'missing' ? isMissing : isDismissed)} view={view} />
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <GridList
            aria-label={t('tab.missing')}
            className={styles.list!}
            onAction={(id) => {
              const document = rows.find((each) => each.id === id)
              if (document && view === 'missing') act.importText(document)
            }}
          >
            <Collection items={rows.slice(0, listed)} dependencies={[declarations, i18n.resolvedLanguage]}>
              {(document) => (
                <GridListItem id={document.id} textValue={document.name} className={styles.row!}>
                  <Entry document={document} declarations={declarations} act={act} />
                </GridListItem>
              )}
            </Collection>
            {listed < rows.length && <GridListLoadMoreItem onLoadMore={() => setListed(listed + FEW)} scrollOffset={2} />}
          </GridList>
        </Virtualizer>
      )}
      {tying && (
        <TieDialog
          document={tying}
          declarations={declarations}
          onTie={(declaration) => {
            known.tie(tying, declaration)
            setTying(null)
          }}
          onClose={() => setTying(null)}
        />
      )}
    </>
  )
}

interface Acts {
  go: (path: string) => void
  importText: (document: KnownDocument) => void
  choose: (document: KnownDocument) => void
  tie: (document: KnownDocument, declaration: DeclarationId) => void
  dismiss: KnownDocuments['dismiss']
}

const Nothing = ({ hasAny, view }: { hasAny: boolean; view: 'missing' | 'dismissed' }) => {
  const { t } = useTranslation('library')
  const [, go] = useLocation()
  if (hasAny) return <EmptyState title={t('missing.none.title')} note={t('missing.none.note')} />
  if (view === 'dismissed') return <EmptyState title={t('missing.noneDismissed')} />
  return (
    <EmptyState
      title={t('missing.empty.title')}
      note={t('missing.empty.note')}
      actions={
        <Button onPress={() => go(links.import)}>
          <Import size={16} aria-hidden />
          {t('missing.empty.act')}
        </Button>
      }
    />
  )
}

const Entry = ({ document, declarations, act }: { document: KnownDocument; declarations: readonly DeclarationSummary[]; act: Acts }) => {
  const { t } = useTranslation('library')
  const format = useFormats()
  const words = useEvidenceWords()
  const { name, date, namedBy, candidates: [likely] } = document
  const text = declarations.find(({ id }) => id === likely?.declaration)
  return (
    <article className={styles.entry}>
      <p className={styles.name}>{name}</p>
      <p className={styles.about}>
        <span className={styles.date}>{date ? format.date(date) : t('missing.noDate')}</span>
        <span>{t('missing.namedBy')}</span>
        {namedBy.map(({ report, clause, title, date: day }) => (
          <TextLink key={`${report} ${clause}`} onPress={() => act.go(links.clause(report, clause))}>
            {[title.replaceAll('\n', ' '), day && format.date(day)].filter(Boolean).join(', ')}
          </TextLink>
        ))}
      </p>
      {likely && text && !document.dismissed && (
        <p className={styles.likely}>
          <span>
            {t('missing.likely')}
            {' '}
            <TextLink onPress={() => act.go(links.declaration(text.id))}>{text.title.replaceAll('\n', ' ')}</TextLink>
            <small>{words.document(likely.reasons)}</small>
          </span>
          <Button size="small" onPress={() => act.tie(document, text.id)}>
            <Check size={14} aria-hidden />
            {t('missing.thisOne')}
          </Button>
        </p>
      )}
      <div className={styles.acts}>
        {document.dismissed ? (
          <Button size="small" onPress={() => act.dismiss(document, false)}>
            <Undo2 size={14} aria-hidden />
            {t('missing.takeBack')}
          </Button>
        ) : (
          <>
            <Button size="small" onPress={() => act.importText(document)}>
              <Import size={14} aria-hidden />
              {t('missing.import')}
            </Button>
            <Button size="small" variant="ghost" onPress={() => act.choose(document)}>
              <Check size={14} aria-hidden />
              {t('missing.choose')}
            </Button>
            <Button size="small" variant="ghost" onPress={() => act.dismiss(document, true)}>
              <Ban size={14} aria-hidden />
              {t('missing.dismiss')}
            </Button>
          </>
        )}
      </div>
    </article>
  )
}
