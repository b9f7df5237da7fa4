// The first few hundred of a long list, and a way to the rest: two texts that share nothing make a report without end.
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'

const AT_ONCE = 300

export interface SomeProps<T> {
  of: readonly T[]
  children: (one: T, index: number) => ReactNode
  /** So many are shown at any rate. */
  least?: number
  /** Of a table's rows: how many cells they have. */
  row?: number
}

export function Some<T>({ of: all, children, least = 0, row }: SomeProps<T>) {
  const { t } = useTranslation('reporting')
  const { number } = useFormats()
  const [asked, setAsked] = useState(AT_ONCE)
  const shown = Math.max(asked, least)
  const more = all.length > shown && (
    <Button onPress={() => setAsked(shown + AT_ONCE)}>{t('more', { number: number(Math.min(AT_ONCE, all.length - shown)) })}</Button>
  )
  return (
    <>
      {all.slice(0, shown).map(children)}
      {more && (row === undefined ? more : <tr><td colSpan={row}>{more}</td></tr>)}
    </>
  )
}
