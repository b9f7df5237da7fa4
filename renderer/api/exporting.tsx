// Any screen may ask for an export; the export dialog, placed once above all screens, answers.
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { ExportSource } from '../../shared/contract/exporting.ts'

export interface ExportRequest {
  source: ExportSource
  /** What the officer calls it: title of the draft, names of the two texts. */
  title: string
}

interface Exports {
  request: ExportRequest | null
  open(request: ExportRequest): void
  close(): void
}

const ExportContext = createContext<Exports | null>(null)

export const ExportProvider = ({ children }: { children: ReactNode }) => {
  const [request, setRequest] = useState<ExportRequest | null>(null)
  const exports = useMemo<Exports>(() => ({ request, open: setRequest, close: () => setRequest(null) }), [request])
  return <ExportContext value={exports}>{children}</ExportContext>
}

/** `open({ source, title })` shows the export dialog. */
export function useExport(): Exports {
  const exports = useContext(ExportContext)
  if (!exports) throw new Error('no ExportProvider above')
  return exports
}
