// The command palette: any command, any declaration by its title, any clause by its words.
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { links } from '../api/links.ts'
import { useLibrary, useRead } from '../api/queries.ts'
import { useCommandList, type Command } from '../ui/commands.tsx'
import { cx } from '../ui/cx.ts'
import { LONGEST_SEARCH } from '../ui/Field.tsx'
import fields from '../ui/fields.module.css'
import { Search } from '../ui/icons.ts'
import { Marked } from '../ui/Marked.tsx'
import overlays from '../ui/overlays.module.css'
import styles from './shell.module.css'

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е')

const has = (text: string, query: string) =>
  plain(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => plain(text).includes(word))

const CLAUSES_SHOWN = 6
const TITLES_SHOWN = 5

const BEFORE_HIT = 36

/** The words around the first hit, so that it is in view on one line. */
function excerpt(text: string, marks: readonly [number, number][]): { text: string; marks: [number, number][] } {
  const first = marks[0]?.[0] ?? 0
  if (first < BEFORE_HIT * 1.5) return { text, marks: [...marks] }
  const from = text.indexOf(' ', first - BEFORE_HIT) + 1
  return { text: `…${text.slice(from)}`, marks: marks.map(([start, end]) => [start - from + 1, end - from + 1]) }
}

interface Found {
  id: string
  text: string
  run: () => void
}

const PaletteBody = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const commands = useCommandList()
  const library = useLibrary()
  const words = query.trim()
  const clauses = useRead(
    'clause.search',
    { query: words, limit: CLAUSES_SHOWN, offset: 0 },
    { enabled: words.length > 2, keepPrevious: true },
  )

  const acts = useMemo(() => commands.filter((command) => !command.isDisabled && command.id !== 'palette' && has(command.label, words)), [commands, words])
  const titles: Found[] =
    words.length < 2
      ? []
      : (library.data?.declarations ?? [])
          .filter((each) => has(`${each.title} ${each.place ?? ''} ${each.date ?? ''}`, words))
          .slice(0, TITLES_SHOWN)
          .map((each) => ({ id: `declaration-${each.id}`, text: each.title, run: () => go(links.declaration(each.id)) }))
  const hits = words.length > 2 ? (clauses.data?.hits ?? []) : []

  const run = (act: () => void) => {
    onClose()
    act()
  }
  const byId = (id: string): (() => void) | undefined => {
    const hit = hits.find((each) => `clause-${each.clauseId}` === id)
    if (hit) return () => go(links.clause(hit.declarationId, hit.clauseId))
    return [...acts, ...titles].find((each) => each.id === id)?.run
  }

  return (
    <Dialog className={cx(overlays.dialog, styles.palette)} aria-label={t('palette.open')}>
      <Autocomplete inputValue={query} onInputChange={(text) => setQuery(text.slice(0, LONGEST_SEARCH))}>
        <TextField aria-label={t('palette.hint')} className={cx(fields.search, styles.paletteInput)}>
          <Search size={16} aria-hidden />
          <Input autoComplete="off" ref={input} placeholder={t('palette.hint')} />
        </TextField>
        <Menu
          aria-label={t('palette.results')}
          className={styles.paletteList!}
          onAction={(key) => {
            const act = byId(String(key))
            if (act) run(act)
          }}
          renderEmptyState={() => <div className={styles.paletteEmpty}>{t('palette.none')}</div>}
        >
          {acts.length > 0 && <Commands title={t('palette.commands')} commands={acts} />}
          {titles.length > 0 && (
            <MenuSection>
              <Header className={styles.paletteHead!}>{t('palette.declarations')}</Header>
              {titles.map((found) => (
                <MenuItem key={found.id} id={found.id} textValue={found.text} className={styles.paletteItem!}>
                  <span className={styles.quote}>{found.text}</span>
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {hits.length > 0 && (
            <MenuSection>
              <Header className={styles.paletteHead!}>{t('palette.clauses')}</Header>
              {hits.map((hit) => (
                <MenuItem
                  key={hit.clauseId}
                  id={`clause-${hit.clauseId}`}
                  textValue={hit.text.slice(0, 80)}
                  className={styles.paletteItem!}
                >
                  <span className={styles.quote}>
                    <Marked {...excerpt(hit.text, hit.marks)} />
                  </span>
                  <small>{hit.citation}</small>
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}

const Commands = ({ title, commands }: { title: string; commands: readonly Command[] }) => (
  <MenuSection>
    <Header className={styles.paletteHead!}>{title}</Header>
    {commands.map((command) => (
      <MenuItem key={command.id} id={command.id} textValue={command.label} className={styles.paletteItem!}>
        <span>{command.label}</span>
        {command.keys && <kbd>{command.keys}</kbd>}
      </MenuItem>
    ))}
  </MenuSection>
)

/** Opens with Ctrl+K, closes with Escape or a choice. */
export const Palette = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => (
  <ModalOverlay className={overlays.veil!} isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onClose()}>
    <Modal className={overlays.modal!}>
      <PaletteBody onClose={onClose} />
    </Modal>
  </ModalOverlay>
)
