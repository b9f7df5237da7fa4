// English news in plain prose is a press report; a statement in the same plain prose is none.
import { describe, expect, it } from 'vitest'
import { segment } from '../../../../shared/segmenting/index.ts'

const read = (text: string) => segment(text.trim().split('\n').map((line, i) => ({ text: line, line: i + 1 })), { fileName: 'text.txt', format: 'txt' })

describe('news', () => {
  it.each([
    ['under a headline', `Leaders of Alvania and Vestria meet in Orm
The leaders of Alvania and Vestria met in Orm on Tuesday. They discussed trade and a new ferry line.
The presidents agreed to open the line next spring and to set up a working group. They also discussed the harvest.
The ministers of transport exchanged views on tariffs. The talks lasted three hours.
The leaders will meet again in Terven.`],
    ['without one', `The leaders of Alvania and Vestria met in Orm. They discussed trade and a new ferry line, President Odrov told reporters.
The presidents agreed to open the line in spring. He said that the ferries were ready.
The ministers of transport exchanged views on tariffs.`],
    ['of a visit', `Alvania and Vestria agree on ferries
The prime ministers of the two countries agreed on Friday to resume the ferries across the Orm.
The ministers welcomed the plan and expressed hope for more trade.
The visit comes two years after the line was closed. It is expected to carry a thousand people a day.`],
  ])('%s is a press report, and surely', (_, text) => {
    const { paragraphs, metadata, warnings } = read(text)
    expect(metadata.grade).toBe('press-report')
    expect(new Set(paragraphs.map(({ role }) => role))).toEqual(new Set(['passage']))
    expect(warnings.map(({ code }) => code)).not.toContain('unsure')
  })
})

describe('a statement', () => {
  it.each([
    ['of leaders who speak for themselves', `We, the leaders of Alvania and Vestria, met in Orm on Tuesday, 12 May 2024.
We discussed trade and agreed to open a ferry line next week.
We thank the people of Orm. He who plants a tree said more than we can.
We will meet again next month.`],
    ['under its title', `Joint Statement of the Presidents of Alvania and Vestria
The Presidents met in Orm on Tuesday, 12 May 2024. They discussed trade and the ferries.
President Odrov thanked President Selm for the hospitality. He invited him to Terven next week.
The Presidents told journalists at the press conference that the ferries are ready.`],
    ['of sides by their name', `The ministers of Alvania and Vestria met in Orm on Monday and spoke about trade.
The Sides agreed to open the ferry line next week, and the ministers told reporters so.`],
    ['in numbered clauses', `1. The leaders met on Tuesday and discussed trade.
2. The leaders are expected to meet next week.
3. The leaders welcomed what President Odrov said.`],
    ['in plain words', `The leaders of Alvania and Vestria met in Orm on 12 May 2024. They discussed trade and a new ferry line.
The leaders agreed to open the line in spring. They expressed satisfaction with the said agreement.
The leaders reaffirmed their commitment to peace.`],
    ['with a day of the week in one of its clauses', `The presidents of Alvania and Vestria discussed trade and reaffirmed their friendship.
The presidents welcomed the opening of the bridge on Friday, 3 May 2024.
The presidents supported the work of the commission on water.
The presidents agreed to hold the days of culture every year.
The presidents expressed confidence in the future of the region.`],
  ])('%s stays one', (_, text) => {
    const { paragraphs, metadata } = read(text)
    expect(metadata.grade).not.toBe('press-report')
    expect(paragraphs.some(({ role }) => role === 'clause')).toBe(true)
  })
})
