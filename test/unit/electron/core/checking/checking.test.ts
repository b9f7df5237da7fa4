// What a draft is checked against, and what its officer let be.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkingHandlers } from '../../../../../electron/core/checking/handlers.ts'
import { silentLog } from '../../../../../electron/core/log.ts'
import { successorsSchema } from '../../../../../shared/model/successors.ts'
import { z } from '../../../../../shared/model/schema.ts'
import { openServices, templates } from '../../../../support/services.ts'
import { proposalOf } from '../../../../support/proposals.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const PARTIES = [{ state: 'Вестрия', code: 'VT' }, { state: 'Алвания', code: 'AV' }]
const FORM = { from: { kind: 'form' as const, form: 'joint-statement-ru' }, parties: PARTIES, date: '2026-03-08', place: 'Тервен' }
const LET_BE = { block: 'b1', kind: 'year' as const, found: '2022 году', near: 'состоится в…Стороны' }

test('the earlier text tells which meeting it was, its terms and its day; one that is gone is left out', () => {
  const services = openServices()
  const { id } = services.library.store(proposalOf([
    ['title', 'Совместное заявление'], ['chapeau', 'В Тервене состоялась третья встреча министров (далее – Стороны).'], ['clause', 'Стороны отметили рост.'],
  ]))
  const ground = () => checkingHandlers(services)['check.ground']({ sources: [id] })
  expect(ground()).toMatchObject({ readable: true, sources: { [id]: { date: '2023-10-12', place: 'Тервен', terms: ['Стороны'], meeting: { number: 3, noun: 'meeting' } } } })
  services.library.remove(id)
  expect(ground()).toMatchObject({ sources: {} })
})

test('a table of successors that cannot be read is told, and checking goes on without it', () => {
  const folder = dirname(temporaryFile('x'))
  mkdirSync(join(folder, 'phrasebooks'))
  writeFileSync(join(folder, 'phrasebooks', 'successors.json'), '{"successors": [{}]}')
  const services = { ...openServices(), templates: folder, log: silentLog }
  expect(checkingHandlers(services)['check.ground']({ sources: [] })).toEqual({ sources: {}, successors: [], readable: false })
})

test('the schema beside the table is the one it is checked by', () => {
  expect(JSON.parse(readFileSync(join(templates, 'phrasebooks', 'successors.schema.json'), 'utf8'))).toEqual(z.toJSONSchema(successorsSchema, { io: 'input' }))
})

test('what was let be stays with the draft, once, and goes along with a copy', () => {
  const services = openServices()
  const handlers = checkingHandlers(services)
  const draft = services.drafts.start(FORM)
  const other = services.drafts.start(FORM)
  handlers['check.dismiss']({ draft: draft.id, dismissal: LET_BE })
  handlers['check.dismiss']({ draft: draft.id, dismissal: LET_BE })
  const copy = services.drafts.copy(draft.id, 'Копия')
  handlers['check.recall']({ draft: draft.id, dismissal: { ...LET_BE, near: 'другие слова' } })
  const dismissed = [draft, other, copy].map(({ id }) => handlers['check.dismissed']({ draft: id }))
  expect(dismissed).toEqual([[LET_BE], [], [LET_BE]])
  handlers['check.recall']({ draft: draft.id, dismissal: LET_BE })
  expect(handlers['check.dismissed']({ draft: draft.id })).toEqual([])
  expect(handlers['check.dismissed']({ draft: copy.id })).toEqual([LET_BE])
})
