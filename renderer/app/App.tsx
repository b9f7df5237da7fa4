// Puts the screens together: providers, routes, frame.
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { ExportSource } from '../../shared/contract/exporting.ts'
import type { Client } from '../../shared/contract/index.ts'
import { ClientProvider } from '../api/context.tsx'
import { JobsProvider } from '../api/jobs.tsx'
import { links } from '../api/links.ts'
import { CopiesPage, RescuePage } from '../features/copies/index.ts'
import { ImportPage, ImportQueueProvider } from '../features/importing/index.ts'
import { LibraryPage } from '../features/library/index.ts'
import { ProtectionSettings } from '../features/protection/index.ts'
import { CommandProvider } from '../ui/commands.tsx'
import { Gate } from './Gate.tsx'
import { createQueryClient } from './queryClient.ts'
import { Shell } from './Shell.tsx'
import { SnapshotGuard } from './SnapshotGuard.tsx'

// What is not the library or the import is fetched when first needed: the library is on screen sooner.
const DraftsPage = lazy(() => import('../features/drafting/index.ts').then((module) => ({ default: module.DraftsPage })))
const DraftPage = lazy(() => import('../features/drafting/index.ts').then((module) => ({ default: module.DraftPage })))
const ExportDialog = lazy(() => import('../features/exporting/index.ts').then((module) => ({ default: module.ExportDialog })))
const ReportPage = lazy(() => import('../features/reporting/index.ts').then((module) => ({ default: module.ReportPage })))
const SeveralPage = lazy(() => import('../features/comparing/index.ts').then((module) => ({ default: module.SeveralPage })))
const HistoryPage = lazy(() => import('../features/comparing/index.ts').then((module) => ({ default: module.HistoryPage })))
const LineagePage = lazy(() => import('../features/lineage/index.ts').then((module) => ({ default: module.LineagePage })))
const RemovedPage = lazy(() => import('../features/removed/index.ts').then((module) => ({ default: module.RemovedPage })))
const SettingsPage = lazy(() => import('../features/settings/index.ts').then((module) => ({ default: module.SettingsPage })))
const DiagnosisPage = lazy(() => import('../features/diagnosing/index.ts').then((module) => ({ default: module.DiagnosisPage })))
const ComparePage = lazy(() => import('../features/comparing/index.ts').then((module) => ({ default: module.ComparePage })))

/** Names of dates, lists and filters inside the component library follow the language on screen. */
const Spoken = ({ children }: { children: ReactNode }) => {
  const { i18n } = useTranslation()
  return <I18nProvider locale={i18n.resolvedLanguage === 'ru' ? 'ru-RU' : 'en-GB'}>{children}</I18nProvider>
}

/** The screens; the export dialog opens over whichever of them asked for it. */
const Screens = () => {
  const [exporting, setExporting] = useState<ExportSource | null>(null)
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/library/:id?/:clause?" component={LibraryPage} />
        <Route path="/import/:document?" component={ImportPage} />
        <Route path="/drafts/:act?/:from?">{({ act, from }) => <DraftsPage isStarting={act !== undefined} from={from} />}</Route>
        <Route path="/draft/:id">{({ id }) => <DraftPage key={id} id={id} onExport={setExporting} />}</Route>
        <Route path="/history/:id/:paragraph?">{({ id, paragraph }) => <HistoryPage key={id} id={id} paragraph={paragraph} />}</Route>
        <Route path="/compare/:old?/:later?">
          {({ old, later }) => <ComparePage old={old} later={later} onExport={setExporting} />}
        </Route>
        <Route path="/several/:base?/:versions?">{({ base, versions }) => <SeveralPage base={base} versions={versions} />}</Route>
        <Route path="/report/:old/:later">
          {({ old, later }) => <ReportPage key={`${old} ${later}`} old={old} later={later} onExport={setExporting} />}
        </Route>
        <Route path="/lineage/:clause?">{({ clause }) => <LineagePage key={clause} clause={clause} />}</Route>
        <Route path="/removed" component={RemovedPage} />
        <Route path="/settings">
          <SettingsPage protection={<ProtectionSettings />} />
        </Route>
        <Route path="/copies" component={CopiesPage} />
        <Route path="/diagnosis" component={DiagnosisPage} />
        <Route path="/rescue" component={RescuePage} />
        <Route>
          <Redirect to={links.library} replace />
        </Route>
      </Switch>
      {exporting && <ExportDialog source={exporting} onClose={() => setExporting(null)} />}
    </Suspense>
  )
}

export const App = ({ client }: { client: Client }) => {
  const [queries] = useState(createQueryClient)
  return (
    <ClientProvider client={client}>
      <QueryClientProvider client={queries}>
        <Spoken>
          <Gate>
            <SnapshotGuard>
              <JobsProvider>
                <CommandProvider>
                  <ImportQueueProvider>
                    {/* oxlint-disable-next-line react/hooks -- the router takes the hook itself */}
                    <Router hook={useHashLocation}>
                      <Shell>
                        <Screens />
                      </Shell>
                    </Router>
                  </ImportQueueProvider>
                </CommandProvider>
              </JobsProvider>
            </SnapshotGuard>
          </Gate>
        </Spoken>
      </QueryClientProvider>
    </ClientProvider>
  )
}
