// Numbers that documents bear: "A/RES/72/283", "91/14", "№ 5", "No. 17/2031".
import { light } from './light.ts'

const SYMBOL = /(?<![\p{L}\d/])[A-Z]{1,8}(?:\/[A-Z\d][A-Za-z\d.()-]*){1,6}(?![\p{L}\d/])/gu
const WITH_SIGN = light(/(?<!\p{L})(?:№|N°|No\.?|Nos\.?)\s?(?=[\p{L}\d/.-]*\d)[\p{Lu}\d][\p{L}\d/.-]*(?<![/.-])/gu)
/** "91/14. Mountain forests": session and number, as a heading of a resolution gives them. */
const SESSION = /^\d{1,3}\/\d{1,4}(?=\.?\s)/u

/** The numbers of one line in order, as written but for their spaces. */
export function documentNumbers(line: string): string[] {
  const text = line.slice(0, 500).trim()
  const found = [...text.matchAll(SYMBOL), ...text.matchAll(WITH_SIGN)].filter(([number]) => /\d/u.test(number))
  const session = SESSION.exec(text)
  return [...(session ? [session] : []), ...found]
    .sort((a, b) => a.index - b.index)
    .map(([number]) => number.replace(/[.-]+$/u, '').replace(/^(№|N°|Nos?\.?)\s*/u, '$1 ').replace(/\s+/gu, ' '))
}
