// Lists as CSV: whatever stands in a cell comes back from it, and nothing in it is a formula.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../electron/core/exporting/table.ts'

/** Reads a CSV as RFC 4180 has it. */
function parsed(csv: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^";,\r\n]*))(;|,|\r\n)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain!)
    if (end === separator) continue
    expect(end).toBe('\r\n')
    rows.push(row)
    row = []
  }
  return rows
}

const cell = fc.string({ unit: fc.constantFrom('a', 'ж', '"', ';', ',', '\n', '\r', ' ', '=') }).filter((text) => !text.startsWith('=') && !text.startsWith('\r'))

describe('a list as CSV', () => {
  it('gives back every cell', () => {
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
      expect(parsed(csvOf(rows, 'ru'), ';')).toEqual(rows)
      expect(parsed(csvOf(rows, 'en'), ',')).toEqual(rows)
    }))
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('makes no formula of %j', (text) => {
    expect(parsed(csvOf([[text]], 'en'), ',')).toEqual([[`'${text}`]])
  })
})
