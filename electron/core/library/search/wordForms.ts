// Russian forms that Snowball does not bring together: another root (год, лет), a vowel that comes and goes (рынок, рынка),
// and the stems of a verb (приветствовать, приветствуют; подтверждать, подтвердить). Applied to the query, so the index stays small. A rule may
// make a stem that no word has: such a stem finds nothing and does no harm.
import { stem } from '../../../../shared/language/stems.ts'

const IRREGULAR = [
  'год лет', 'человек люди людей людям людьми людях', 'день дня дни дней дням днями днях', 'ребёнок ребёнка дети детей детям детьми',
  'время времени времена времён', 'имя имени имена имён', 'мать матери', 'дочь дочери', 'сын сыновья сыновей', 'друг друзья друзей',
  'письмо писем', 'основа основ', 'развитие развитием развивать развивают развили', 'идти идут шёл шла шли', 'мочь могут может смогли', 'хотеть хотят хочет', 'дитя детей',
].map((forms) => [...new Set(forms.split(' ').map((form) => stem(form, 'ru')))])

const CYRILLIC = /^[а-я]+$/u
const FLEETING = /^(.+[бвгджзклмнпрстфхцчшщ])[ое]([квлнрц])$/u
const CLUSTER = /^(.+[бвгджзклмнпрстфхцчшщ])([квлнрц])$/u

/** Every stem under which the forms of the word with this stem may stand in the index, the given one first. */
export function stemsOfWord(stem: string): string[] {
  if (!CYRILLIC.test(stem)) return [stem]
  const stems = new Set([stem])
  for (const group of IRREGULAR) if (group.includes(stem)) for (const other of group) stems.add(other)
  const fleeting = FLEETING.exec(stem)
  if (fleeting && stem.length > 3) stems.add(fleeting[1]! + fleeting[2]!)
  const cluster = CLUSTER.exec(stem)
  if (cluster) for (const vowel of 'ое') stems.add(cluster[1]! + vowel + cluster[2]!)
  for (const verb of verbStems(stem)) stems.add(verb)
  return [...stems]
}

/** приветствова(ли) and приветств(уют), подтвержда(ют) and подтвержд(ая), подтвержда(ть) and подтверд(ить). */
function verbStems(stem: string): string[] {
  const imperfect = /^(.{3,}[аеиоуыэюяр])жда?$/u.exec(stem)
  if (imperfect) return [`${imperfect[1]!}жд`, `${imperfect[1]!}жда`, `${imperfect[1]!}д`]
  const perfect = /^(.{3,}[аеиоуыэюяр])д$/u.exec(stem)
  if (perfect) return [`${perfect[1]!}жд`, `${perfect[1]!}жда`, `${stem}ова`, `${stem}ева`, `${stem}а`]
  const noun = /^(.{4,})[ое]ва$/u.exec(stem)
  if (noun) return [noun[1]!]
  const present = /^(.{4,})а$/u.exec(stem)
  if (present) return [present[1]!]
  return stem.length >= 4 && !/[аеиоуыэюя]$/u.test(stem) ? [`${stem}ова`, `${stem}ева`, `${stem}а`] : []
}
