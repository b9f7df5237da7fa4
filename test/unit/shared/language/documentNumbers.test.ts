// Numbers that documents bear, as titles and letterheads write them.
import { expect, it } from 'vitest'
import { documentNumbers } from '../../../../shared/language/documentNumbers.ts'

it.each<[string, string[]]>([
  ['A/RES/72/283', ['A/RES/72/283']],
  ['S/2031/17/Add.1', ['S/2031/17/Add.1']],
  ['принята резолюция A/RES/72/283.', ['A/RES/72/283']],
  ['91/14. Охрана горных лесов', ['91/14']],
  ['ПРОТОКОЛ № 5', ['№ 5']],
  ['РЕШЕНИЕ №17-р Совета министров', ['№ 17-р']],
  ['Decision No. 17/2031', ['No. 17/2031']],
  ['Протокол №\u00A03/2031 и Протокол № 4/2031', ['№ 3/2031', '№ 4/2031']],
  ['Совместное заявление', []],
  ['Саммит C5+1 и формат 24/7', []],
  ['Дорожная карта на 2031–2035 годы', []],
  ['No progress was made', []],
])('%s', (line, numbers) => expect(documentNumbers(line)).toEqual(numbers))
