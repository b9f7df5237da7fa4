// Reports on texts from files and on plain lists of clauses.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { propose } from '../../electron/core/importing/propose.ts'
import type { ComparedText } from '../../shared/model/comparison.ts'
import { phrasebookSchema, type Phrasebook } from '../../shared/model/phrasebook.ts'
import type { Report } from '../../shared/model/report.ts'
import { compareTexts, comparedText } from '../../shared/redline/index.ts'
import { reportOf } from '../../shared/reporting/index.ts'
import { assemble } from '../../shared/segmenting/index.ts'
import { templates } from './services.ts'

export const phrasebook = (language: 'ru' | 'en'): Phrasebook =>
  phrasebookSchema.parse(JSON.parse(readFileSync(join(templates, 'phrasebooks', `${language}.json`), 'utf8')))

/** The declaration in a file, as it is compared. */
export const textOf = (file: string): ComparedText => comparedText(assemble(propose(readFileSync(file), basename(file))), basename(file))

/** A text of nothing but clauses. */
export const clausesText = (clauses: readonly string[], language = 'ru'): ComparedText =>
  ({ name: '', language, date: null, paragraphs: clauses.map((text) => ({ text, label: null, kind: 'paragraph' })) })

export const reportOn = (old: ComparedText, now: ComparedText): Report =>
  reportOf(compareTexts(old, now), phrasebook(old.language === 'en' ? 'en' : 'ru'))

/** The report between two lists of clauses. */
export const reportBetween = (old: readonly string[], now: readonly string[], language: 'ru' | 'en' = 'ru'): Report =>
  reportOn(clausesText(old, language), clausesText(now, language))
