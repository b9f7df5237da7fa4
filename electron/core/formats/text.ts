// Text as XML and a page can hold it.

/** Characters that XML cannot hold are no text; a vertical tab or line separator is a line break. */
export const sanitized = (text: string): string =>
  text.replaceAll(/\r\n?|[\v\u2028\u2029]/gu, '\n').replaceAll(FORBIDDEN, '').toWellFormed()

// oxlint-disable-next-line no-control-regex -- these are the very characters XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000c\u000e-\u001f\ufffe\uffff]/gu
