// The operation that reports on two texts.
import type { Handlers } from '../dispatch.ts'
import { makeReport, type ReportServices } from './make.ts'

export const reportingHandlers = (services: ReportServices): Pick<Handlers, 'report.run'> => ({
  'report.run': ({ old, new: now, job }) => makeReport(old, now, services, job),
})
