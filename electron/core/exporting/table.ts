// A list as a CSV that the spreadsheet of the country opens by a double click: marked as UTF-8, with the separator it expects there.

const SEPARATOR = { ru: ';', en: ',' }

/** What a spreadsheet would take for a formula stands behind an apostrophe. */
const harmless = (text: string) => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text)

export function csvOf(rows: readonly (readonly string[])[], language: keyof typeof SEPARATOR): string {
  const separator = SEPARATOR[language]
  const field = (text: string) => (/[";,\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `\u{feff}${rows.map((row) => `${row.map((text) => field(harmless(text))).join(separator)}\r\n`).join('')}`
}
