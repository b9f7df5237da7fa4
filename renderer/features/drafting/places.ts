// What the places of a text are called: the title, "Section II", "Paragraph 6", "Section II, paragraph 3" where the form has
// no numbers.
import type { TFunction } from 'i18next'
import type { Block, BlockKind } from '../../../shared/model/statement.ts'

export interface Place {
  kind: BlockKind
  /** Its number without the point or bracket; empty where it has none. */
  number: string
  /** Number of the section it stands in; empty where the section, or the form, has none. */
  section: string
  /** Which of the unnumbered paragraphs of its section it is, from 1. */
  order: number
}

const bare = (label: string | null | undefined) => label?.replace(/[.)]+$/u, '') ?? ''

/** The place of each block; `labels` are the numbers as the blocks show them. */
export function placesOf(blocks: readonly Pick<Block, 'kind'>[], labels: readonly (string | null)[]): Place[] {
  let section = ''
  let order = 0
  return blocks.map(({ kind }, index) => {
    const number = bare(labels[index])
    if (kind === 'heading') {
      section = number
      order = 0
    } else if (number === '' && kind !== 'title') order++
    return { kind, number, section, order }
  })
}

/** Its name on the screen. */
export function placeName(t: TFunction<'drafting'>, { kind, number, section, order }: Place): string {
  if (kind === 'title') return t('kind.title')
  if (kind === 'heading') return number === '' ? t('place.heading') : t('place.section', { number })
  if (kind === 'place-date' || kind === 'signature' || kind === 'footnote') return t(`kind.${kind}`)
  if (kind === 'chapeau') return t('place.chapeau', { order })
  if (number !== '') return t(kind === 'item' ? 'place.item' : 'place.clause', { number })
  return section === '' ? t('place.paragraph', { order }) : t('place.inSection', { section, order })
}
