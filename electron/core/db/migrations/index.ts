// Every step of the schema in order. Numbers leave gaps; a published step is never edited.
import { library } from './0010-library.ts'
import { clauseIndex } from './0020-clause-index.ts'
import { drafts } from './0030-drafts.ts'
import { settings } from './0040-settings.ts'
import { stems } from './0060-stems.ts'
import { libraryChanges } from './0061-library-changes.ts'
import { lineage } from './0064-lineage.ts'
import { curation } from './0070-curation.ts'
import { dismissals } from './0090-dismissals.ts'
import { carried } from './0091-carried.ts'
import { likeness } from './0095-likeness.ts'
import { batches } from './0096-batches.ts'
import { knownDocuments } from './0100-known-documents.ts'
import { languageVersions } from './0101-language-versions.ts'
import { draftPatches } from './0104-draft-patches.ts'
import { trails } from './0105-trails.ts'
import { forgottenCorrections } from './0112-forgotten-corrections.ts'
import { documentNumbers } from './0120-document-numbers.ts'
import type { Migration } from './migration.ts'

export type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [library, clauseIndex, drafts, settings, stems, libraryChanges, lineage, curation, dismissals, carried, likeness, batches,
  knownDocuments, languageVersions, draftPatches, trails, forgottenCorrections, documentNumbers]
