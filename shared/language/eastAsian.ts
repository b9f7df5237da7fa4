// What Chinese and Japanese write in a way of their own: numbers, the sides and their acts without spaces, a place beside a date.
import type { Act } from './acts.ts'

const DIGITS = '〇一二三四五六七八九'
const WIDE = '０１２３４５６７８９'

/** "12", "１２", "十二", "二〇三〇", "令和12" (a year) → its value; NaN where it is no number. */
export function eastAsianNumber(written: string): number {
  const era = /^令和\s*(.+)$/u.exec(written)
  if (era) return 2018 + (era[1] === '元' ? 1 : eastAsianNumber(era[1]!))
  const plain = [...written.replaceAll('零', '〇')].map((sign) => (WIDE.includes(sign) ? String(WIDE.indexOf(sign)) : sign)).join('')
  if (/^\d+$/u.test(plain)) return Number(plain)
  const value = (digits: string) => Number([...digits].map((sign) => DIGITS.indexOf(sign)).join(''))
  if (!plain.includes('十')) return /^[〇一二三四五六七八九]+$/u.test(plain) ? value(plain) : NaN
  const [tens, ones] = plain.split('十') as [string, string]
  return (tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones))
}

const LETTER = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`
const STARTS = new RegExp(`^${LETTER}`, 'u')

/** Whether a text begins in a script without spaces between words. */
export const isEastAsian = (text: string): boolean => STARTS.test(text)

const ZH_SIDE = '(?:与会)?各方|双方|三方|两国|各国|五国|六国|成员国|缔约方|我们|元首们?|(?:各国|两国)?(?:元首|领导人|外长|部长|首脑)们?'
const ZH_VERB = ['重申', '强调', '支持', '欢迎', '同意', '认为', '指出', '注意到', '愿', '决定', '承诺', '呼吁', '谴责', '赞赏', '感谢', '确认',
  '商定', '主张', '反对', '祝贺', '建议', '继续', '致力', '关注', '期待', '宣布', '表示', '讨论', '回顾', '敦促', '鼓励', '坚持', '尊重', '加强', '推动',
  '扩大', '深化', '评价', '责成', '通过', '将', '应'].join('|')
const ZH_ACT = new RegExp(`^(?:[^。；]{1,40}[，、])?(?:${ZH_SIDE})[^。；]{0,10}?(${ZH_VERB})`, 'u')

const JA_SIDE = '首脳|双方|両国|各国|外相|閣僚|大臣|指導者|代表|参加国|加盟国|締約国|議長国|我々|我ら'
const JA_ACT = new RegExp(String.raw`^(?:[^。]{1,60}、)?${LETTER}{0,12}(?:${JA_SIDE})(?:たち|ら|側)?は`, 'u')
const JA_VERB = /((?:\p{Script=Han}{1,4}|\p{Script=Katakana}{2,8})?(?:した|する|している|された|します|しました)|\p{Script=Han}\p{Script=Hiragana}{0,4}(?:った|いた|べた|めた|した|れた|る))[。．]?$/u

/** The act of a clause: a Chinese verb stands behind its side, a Japanese one at the end of the sentence. Null where no side acts. */
export function eastAsianAct(text: string): Act | null {
  const chinese = ZH_ACT.exec(text)
  if (chinese) return { opening: 'subject', narrowed: false, verb: chinese[1]! }
  const last = JA_ACT.test(text) ? JA_VERB.exec(text.slice(-60)) : null
  return last ? { opening: 'subject', narrowed: false, verb: last[1]! } : null
}

const PLACE = String.raw`((?:(?![于於在])[\p{Script=Han}\p{Script=Katakana}ー・]){1,12}?)`
const BESIDE = new RegExp(String.raw`^[，、,\s]*(?:于|於|在)?${PLACE}(?:において|にて|で)?[，、。\s]*$`, 'u')
/** Signs of an event, not of a place alone. */
const EVENT = /会|會|第|举|挙|開催|発|签|署/u

/** The place of a place-and-date line whose date was taken out: "，于欧明市", "オルミンにて". */
export function eastAsianPlace(rest: string): string | null {
  const place = BESIDE.exec(rest)?.[1] ?? null
  return place && !EVENT.test(place) ? place : null
}

const FULL: Readonly<Record<string, string>> = { '。': '.', '．': '.', '！': '!', '？': '?', '；': ';', '：': ':', '，': ',', '、': ',' }

/** The Latin sign of the same meaning. */
export const asLatinSign = (sign: string): string => FULL[sign] ?? sign

/** Words of a text without spaces, about: most are of two signs. */
export const roughWords = (text: string): number => Math.ceil((text.match(new RegExp(LETTER, 'gu'))?.length ?? 0) / 2)
