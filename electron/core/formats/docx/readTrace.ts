// The draft and version that a redline says it holds.
import { TRACE } from './writing/trace.ts'
import { parseXml } from './xml.ts'
import { unzip } from './zip.ts'

export interface Trace {
  draft: string
  version: string
}

/** What the document properties name; null where they name nothing. Throws what `unzip` and `parseXml` throw. */
export function readTrace(bytes: Uint8Array): Trace | null {
  const xml = unzip(bytes, (name) => name === 'docprops/custom.xml').get('docprops/custom.xml')
  if (!xml) return null
  const values = new Map<string, string>()
  let property = ''
  parseXml(xml, {
    open(name, attribute) {
      if (name.endsWith('property')) property = attribute('name') ?? ''
    },
    close() {},
    text(text) {
      if (property !== '') values.set(property, (values.get(property) ?? '') + text)
    },
  })
  const [draft, version] = [values.get(TRACE.draft)?.trim(), values.get(TRACE.version)?.trim()]
  return draft && version ? { draft, version } : null
}
