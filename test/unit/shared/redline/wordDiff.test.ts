// Word differences: what is marked, and what never is.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from '../../../../shared/redline/diff.ts'
import { wordDiff } from '../../../../shared/redline/index.ts'

/** Every row: the earlier text, the later one, and both in one, with {-deleted} and {+inserted}. */
const marked = (old: string, now: string) =>
  wordDiff(old, now).map(({ op, text }) => (op === 'equal' ? text : op === 'insert' ? `{+${text}}` : `{-${text}}`)).join('')
/** The same without what is typographic: of that the later text only. */
const folded = (old: string, now: string) => wordDiff(old, now).map(({ op, text, typographic }) =>
  op === 'equal' || (typographic && op === 'insert') ? text : typographic ? '' : op === 'insert' ? `{+${text}}` : `{-${text}}`).join('')

describe('words', () => {
  test.each([
    ['Стороны отмечают', 'Стороны отмечают', 'Стороны отмечают'],
    ['Стороны отмечают', 'Стороны подтверждают', 'Стороны {-отмечают}{+подтверждают}'],
    ['Стороны отметили', 'Стороны отмечают', 'Стороны {-отметили}{+отмечают}'],
    ['a b d', 'a b c d', 'a b {+c }d'],
    ['a b', 'a b c', 'a b{+ c}'],
    ['b c', 'a b c', '{+a }b c'],
    ['a b c', 'a c', 'a {-b }c'],
    ['', 'a b', '{+a b}'],
    ['a b', '', '{-a b}'],
    ['', '', ''],
  ])('%s | %s', (old, now, expected) => expect(marked(old, now)).toBe(expected))
})

describe('letters within a word are never parted', () => {
  test.each([
    ['сотрудничество', 'сотрудничества', '{-сотрудничество}{+сотрудничества}'],
    ['ещё раз', 'еще раз', '{-ещё}{+еще} раз'],
    ['O‘zbekiston va', 'O’zbekiston va', '{-O‘zbekiston}{+O’zbekiston} va'],
    ['states’ duty', 'state’s duty', '{-states’}{+state’s} duty'],
    ['e\u0301tat uni', 'etat uni', '{-e\u0301tat}{+etat} uni'],
    ['co\u00adoperation now', 'co\u00adordination now', '{-co\u00adoperation}{+co\u00adordination} now'],
    ['Тоо-Ашуу 😀 да', 'Тоо-Ашуу 😁 да', 'Тоо-Ашуу {-😀}{+😁} да'],
    // The halves of a compound are words of their own: what changed is one of them.
    ['торгово-экономическое дело', 'торгово-инвестиционное дело', 'торгово-{-экономическое}{+инвестиционное} дело'],
    // Scripts without spaces are cut by a dictionary, so that a word stays whole here too.
    ['中亚和平', '中亚安全', '中亚{-和平}{+安全}'],
    ['双方将继续发展经贸关系', '双方将继续开展经贸关系', '双方将继续{-发展}{+开展}经贸关系'],
    ['両国は協力を強化した。', '両国は協力を確認した。', '両国は協力を{-強化}{+確認}した。'],
    ['ประเทศยืนยันความร่วมมือ', 'ประเทศสนับสนุนความร่วมมือ', 'ประเทศ{-ยืนยัน}{+สนับสนุน}ความร่วมมือ'],
    ['2030年議程', '2035年議程', '{-2030}{+2035}年議程'],
  ])('%s | %s', (old, now, expected) => expect(marked(old, now)).toBe(expected))
})

describe('numbers are one word', () => {
  test.each([
    ['рост 2,5 процента', 'рост 2,7 процента', 'рост {-2,5}{+2,7} процента'],
    ['to 1.000.000 people', 'to 1.500.000 people', 'to {-1.000.000}{+1.500.000} people'],
    ['до 2030 года', 'до 2035 года', 'до {-2030}{+2035} года'],
    ['в 2024-2026 годах', 'в 2024-2027 годах', 'в 2024-{-2026}{+2027} годах'],
    ['item 14.', 'item 15.', 'item {-14}{+15}.'],
    ['COVID-19 и', 'COVID-20 и', 'COVID-{-19}{+20} и'],
  ])('%s | %s', (old, now, expected) => expect(marked(old, now)).toBe(expected))
})

describe('punctuation', () => {
  test.each([
    ['мир, дружба и труд', 'мир дружба и труд', 'мир{-,} дружба и труд'],
    ['в регионе.', 'в регионе;', 'в регионе{-.}{+;}'],
    ['Они "согласились" дружить', 'Они «согласились» дружить', 'Они {-"}{+«}согласились{-"}{+»} дружить'],
    ['Астана – столица', 'Астана - столица', 'Астана {-–}{+-} столица'],
    ['(далее – Стороны)', '(далее – «Стороны»)', '(далее – {+«}Стороны{+»})'],
    ['воды, энергии, транспорта.', 'воды, транспорта.', 'воды, {-энергии, }транспорта.'],
    ['вода, энергия.', 'вода, энергия, транспорт.', 'вода, энергия{+, транспорт}.'],
  ])('%s | %s', (old, now, expected) => expect(marked(old, now)).toBe(expected))
})

describe('spaces', () => {
  test.each([
    ['г. Астана', 'г.\u00a0Астана', 'г.{- }{+\u00a0}Астана'],
    ['a  b', 'a b', 'a {- }b'],
    ['a b ', 'a b', 'a b{- }'],
    [' a b', 'a b', '{- }a b'],
    ['a\nb', 'a b', 'a{-\n}{+ }b'],
    [' ', '\u00a0', '{- }{+\u00a0}'],
  ])('%j | %j', (old, now, expected) => expect(marked(old, now)).toBe(expected))
})

describe('typographic changes can be folded away', () => {
  test.each([
    ['Они "согласились" дружить', 'Они «согласились» дружить', 'Они «согласились» дружить'],
    ['ЕЩЁ РАЗ О ВОДЕ', 'Еще раз о мире', 'Еще раз о {-ВОДЕ}{+мире}'],
    ['вода – жизнь', 'энергия - жизнь', '{-вода}{+энергия} - жизнь'],
    ['г. Астана', 'г.\u00a0Астана', 'г.\u00a0Астана'],
    ['2,5 %', '2,5%', '2,5%'],
    ['O‘zbekiston va', 'O’zbekiston va', 'O’zbekiston va'],
    // What touches a change of words is part of it.
    ['форум "Дружба" открыт', 'форум «Мир» открыт', 'форум {-"Дружба"}{+«Мир»} открыт'],
    ['мир и труд', 'мир, и труд', 'мир{+,} и труд'],
  ])('%s | %s', (old, now, expected) => expect(folded(old, now)).toBe(expected))
})

describe('readable rather than shortest', () => {
  test.each([
    // A preposition that survived by chance between two replaced phrases is replaced with them.
    ['Лидеры призвали к скорейшему завершению в регионе переговоров по границе',
      'Лидеры призвали государства воздержаться в одностороннем применении силы по границе',
      'Лидеры призвали {-к скорейшему завершению в регионе переговоров}'
        + '{+государства воздержаться в одностороннем применении силы} по границе'],
    // So is a word that means something, where what was replaced on both sides weighs more than twice as much.
    ['Они создадут совместные энергетические мощности мира торговых портовых терминалов',
      'Они создадут культурные обменные программы мира студенческих научных объединений',
      'Они создадут {-совместные энергетические мощности мира торговых портовых терминалов}'
        + '{+культурные обменные программы мира студенческих научных объединений}'],
    // One that outweighs a neighbouring edit stays.
    ['Они поддержат энергетическое сотрудничество и торговлю', 'Они одобрят энергетическое сотрудничество или торговлю',
      'Они {-поддержат}{+одобрят} энергетическое сотрудничество {-и}{+или} торговлю'],
    // A quote that takes a word's change along is one with the change in front of it.
    ["('#", ' «', "{-('#}{+ «}"],
    // An insertion runs from one mark of punctuation to the next, not from the middle of a phrase.
    ['меры, направленные на мир, и меры, направленные на рост',
      'меры, направленные на мир, меры, направленные на воду, и меры, направленные на рост',
      'меры, направленные на мир, {+меры, направленные на воду, }и меры, направленные на рост'],
  ])('%s', (old, now, expected) => expect(marked(old, now)).toBe(expected))
})

const anyText = fc.array(fc.oneof(fc.constantFrom('мир', 'вода', 'и', 'в', ',', '.', ' ', ' ', '\u00a0', '2,5', '«', '\n'),
  fc.string({ maxLength: 3 })), { maxLength: 30 })
  .map((parts) => parts.join(''))

describe('laws', () => {
  test('both texts can be read back to the letter, and equal neighbours are one', () => {
    fc.assert(fc.property(anyText, anyText, (old, now) => {
      const ops = wordDiff(old, now)
      expect(ops.filter(({ op }) => op !== 'insert').map(({ text }) => text).join('')).toBe(old)
      expect(ops.filter(({ op }) => op !== 'delete').map(({ text }) => text).join('')).toBe(now)
      for (const [index, { op, text, typographic }] of ops.entries()) {
        expect(text).not.toBe('')
        const next = ops[index + 1]
        // A change of words and one of typography may stand side by side.
        if (next && op !== 'equal' && next.op !== 'equal' && typographic !== next.typographic) continue
        // After an insertion only words that stayed may follow: a deletion at the same place comes first.
        const followers = { equal: ['delete', 'insert'], delete: ['insert', 'equal'], insert: ['equal'] }
        expect(next?.op ?? followers[op][0]).toBeOneOf(followers[op])
      }
    }), { numRuns: 400 })
  })

  test('a text has no difference to itself', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(wordDiff(text, text)).toEqual(text === '' ? [] : [{ op: 'equal', text }])
    }))
  })
})

describe('the shortest edit', () => {
  const numbers = fc.array(fc.nat(4), { maxLength: 14 }).map((list) => Int32Array.from(list))

  /** Length of the longest common subsequence, by the textbook's table. */
  function common(a: Int32Array, b: Int32Array): number {
    let row = Array.from({ length: b.length + 1 }, () => 0)
    for (const x of a) {
      const next = [0]
      for (const [j, y] of b.entries()) next.push(x === y ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
      row = next
    }
    return row[b.length]!
  }

  test('is as short as can be, covers both lists in order, and calls equal only what is', () => {
    fc.assert(fc.property(numbers, numbers, (old, now) => {
      let kept = 0
      let oldAt = 0
      let newAt = 0
      for (const { equal, oldFrom, oldTo, newFrom, newTo } of diff(old, now)) {
        expect([oldFrom, newFrom]).toEqual([oldAt, newAt])
        oldAt = oldTo
        newAt = newTo
        if (!equal) continue
        expect([...old.subarray(oldFrom, oldTo)]).toEqual([...now.subarray(newFrom, newTo)])
        kept += oldTo - oldFrom
      }
      expect([oldAt, newAt]).toEqual([old.length, now.length])
      expect(kept).toBe(common(old, now))
    }), { numRuns: 400 })
  })

  test('two long lists with nothing in common are one change', () => {
    const list = (from: number) => Int32Array.from({ length: 20_000 }, (_, index) => from + index)
    expect(diff(list(0), list(50_000))).toEqual([{ equal: false, oldFrom: 0, oldTo: 20_000, newFrom: 0, newTo: 20_000 }])
  })
})
