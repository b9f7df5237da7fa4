// What an exported file says about itself besides its text: never more than a reader of the text may know.

export interface ExportAbout {
  /** Title of the document, in its properties. */
  title: string
  /** Running header: what this copy is ("Draft, 21 November 2026"); null for none. A final copy has none. */
  header: string | null
  /** Codes of the delegations in party order: it fixes their colours. */
  delegations: string[]
  /** ISO time of the export; dates changes whose own time is unknown. */
  time: string
  /** Ids of the draft and of the version that a redline holds, so that it is recognised when it comes back. */
  trace?: { draft: string; version: string }
}

/** Language tag with its usual country, as Word and PDF readers want it: "ru" → "ru-RU". */
export function regionalLanguage(language: string): string {
  const locale = new Intl.Locale(language).maximize()
  return locale.region ? `${locale.language}-${locale.region}` : locale.language
}
