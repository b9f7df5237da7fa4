// Statements in the languages of the region: from every format to the same clauses, into the library, found there by a word, and out
// again, without a letter lost.
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../../../../electron/core/formats/docx/write.ts'
import { writePdf } from '../../../../../electron/core/formats/pdf/write.ts'
import { proposeFile } from '../../../../../electron/core/importing/propose.ts'
import type { ExportOptions } from '../../../../../shared/contract/exporting.ts'
import { AppError } from '../../../../../shared/contract/error.ts'
import { clausesOf } from '../../../../../shared/model/declaration.ts'
import { clauseIdSchema } from '../../../../../shared/model/ids.ts'
import type { Proposal } from '../../../../../shared/model/proposal.ts'
import { assemble } from '../../../../../shared/segmenting/index.ts'
import { about } from '../../../../support/oracle.ts'
import { pdfOf } from '../../../../support/pdf.ts'
import { openServices, templates } from '../../../../support/services.ts'

/** Title, chapeau, clauses with their numbers; a word of the second clause, and a form of it to look for. */
interface Text { lines: string[]; query: string; letters: string }

const TEXTS: Record<string, Text> = {
  kk: {
    lines: ['Бірлескен мәлімдеме', 'Олмин мен Тервен министрлері (бұдан әрі – Тараптар) 2030 жылғы 3 мамырда кездесіп, төмендегіні мәлімдейді.',
      '1. Тараптар ормандарды қорғау саласындағы ынтымақтастықты дамытуға дайын екенін растады.',
      '2. Тараптар сауда көлемінің өсуін және қауіпсіздік үшін бірлескен жұмысты атап өтті.', '3. Тараптар келесі кездесуді өткізу туралы келісті.'],
    query: 'қауіпсіздік', letters: 'әғқңөұүі',
  },
  ky: {
    lines: ['Биргелешкен билдирүү', 'Олмин жана Тервен министрлери 2030-жылдын 3-майында жолугуп, төмөнкүлөрдү билдиришет.',
      '1. Тараптар токойлорду коргоо боюнча кызматташтыкты өнүктүрүүгө даяр экенин ырасташты.',
      '2. Тараптар соода көлөмүнүн өсүшүн жана өңүрдөгү коопсуздукту белгилешти.', '3. Тараптар кийинки жолугушуу жөнүндө макулдашты.'],
    query: 'коопсуздукту', letters: 'өүң',
  },
  tg: {
    lines: ['Изҳороти муштарак', 'Вазирони Олмин ва Тервен дар рӯзи 3 майи соли 2030 вохӯрда, чунин изҳор доштанд:',
      '1. Ҷонибҳо омодагии худро ба рушди ҳамкорӣ дар соҳаи ҳифзи ҷангалҳо тасдиқ намуданд.',
      '2. Ҷонибҳо афзоиши тиҷоратро бо қаноатмандӣ қайд карданд.', '3. Ҷонибҳо барои мулоқоти навбатӣ мувофиқат намуданд.'],
    query: 'тиҷоратро', letters: 'ҳӯҷӣқ',
  },
  uz: {
    lines: ['Qo‘shma bayonot', 'Olmin va Terven vazirlari 2030-yil 3-mayda uchrashib, quyidagilarni bayon etdilar:',
      '1. Tomonlar o‘rmonlarni muhofaza qilish sohasida hamkorlikni rivojlantirishga tayyorligini tasdiqladilar.',
      '2. Tomonlar savdo hajmining o‘sishini va xavfsizlik uchun birgalikdagi ishni ta’kidladilar.', '3. Tomonlar navbatdagi uchrashuvni o‘tkazish bo‘yicha kelishib oldilar.'],
    query: 'xavfsizlik', letters: '‘’',
  },
  tk: {
    lines: ['Bilelikdäki beýannama', 'Olmin we Terwen ministrleri 2030-njy ýylyň 3-nji maýynda duşuşyp, aşakdakylary beýan etdiler:',
      '1. Taraplar tokaýlary goramak boýunça hyzmatdaşlygy ösdürmäge taýýardyklaryny tassykladylar.',
      '2. Taraplar söwdanyň ösüşini we howpsuzlyk üçin bilelikdäki işleri bellediler.', '3. Taraplar indiki duşuşygy geçirmek barada ylalaşdylar.'],
    query: 'howpsuzlyk', letters: 'äýňşçöü',
  },
  uk: {
    lines: ['Спільна заява', 'Міністри Олміну та Тервену (далі – Сторони), провівши зустріч 3 травня 2030 року, заявляють про таке:',
      '1. Сторони підтвердили готовність розвивати співробітництво у сфері охорони лісів.',
      '2. Сторони відзначили зростання торгівлі та об’єднання зусиль щодо її безпеки.', '3. Сторони домовилися провести наступну зустріч.'],
    query: 'торгівлі', letters: 'іїє’',
  },
  zh: {
    lines: ['联合声明', '奥尔明和特尔文外长于2030年5月3日举行会晤，声明如下：', '一、双方重申愿在森林保护领域加强合作。', '二、双方欢迎贸易增长，并强调安全的重要性。', '三、双方同意举行下次会晤。'],
    query: '贸易', letters: '声明，。、',
  },
  ja: {
    lines: ['共同声明', 'オルミンとテルヴェンの外相は2030年5月3日に会談し、以下のとおり声明した。', '1. 双方は、森林保護の分野における協力を強化することを再確認した。', '2. 双方は、貿易の拡大を歓迎した。', '3. 双方は、次回会合を開催することで一致した。'],
    query: '貿易', letters: 'オルヴの、。',
  },
}

const OPTIONS: ExportOptions = {
  format: 'docx', mode: 'final', openChanges: 'refuse', lineNumbers: false, attribution: 'author', comments: 'none', traceable: false,
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const agreed = (proposal: Proposal) => clausesOf(assemble(proposal), (block) => clauseIdSchema.parse(block.id))
  .map(({ number, text }) => ({ number, text: text.replace(/\s+/gu, ' ').trim() }))

/** Lines of so many letters, with a first-line indent, as a typesetter without hyphens would set them. */
function setLines(lines: readonly string[]) {
  let y = 780
  return lines.flatMap((line) => {
    const isCjk = /\p{Script=Han}/u.test(line)
    const pieces = isCjk ? line.match(/.{1,30}/gu)! : line.match(/.{1,70}(?:\s|$)/gu)!
    return pieces.map((text, i) => ({ x: i === 0 ? 94 : 70, y: (y -= 16), text: text.trim(), size: 12 }))
  })
}

describe.each(Object.entries(TEXTS))('%s', (language, { lines, query, letters }) => {
  const text = lines.join('\n')
  const read = (bytes: Uint8Array, ending: string) => proposeFile(bytes, `a.${ending}`)
  const original = () => read(utf8(text), 'txt')

  it('is read as what it is', async () => {
    const proposal = await original()
    expect(proposal.metadata).toMatchObject({ language, form: 'joint-statement', date: '2030-05-03' })
    expect(agreed(proposal)).toHaveLength(3)
    for (const letter of letters) expect(text).toContain(letter)
  })

  it('gives the same clauses from a page, in UTF-16, from DOCX and from PDF', async () => {
    const proposal = await original()
    const clauses = agreed(proposal)
    const page = `<html><body><nav><a href="/">x</a></nav><main>${lines.map((line) => `<p>${line}</p>`).join('')}</main></body></html>`
    expect(agreed(await read(utf8(page), 'html'))).toEqual(clauses)
    expect(agreed(await read(new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')), 'txt'))).toEqual(clauses)
    expect(agreed(await read(await writeDocx(assemble(proposal), about, OPTIONS), 'docx'))).toEqual(clauses)
    expect(agreed(await read(pdfOf({ pages: [setLines(lines)] }), 'pdf'))).toEqual(clauses)
  })

  it('comes back from our PDF, or its font is named', async () => {
    const proposal = await original()
    const back = async () => {
      try {
        return agreed(await read(writePdf(assemble(proposal), about, { ...OPTIONS, format: 'pdf' }, templates).bytes, 'pdf'))
      } catch (error) {
        if (error instanceof AppError && error.code === 'font-missing') return error.details['font']
        throw error
      }
    }
    // Fonts of Chinese and Japanese are the machine's.
    const named = language === 'zh' || language === 'ja' ? ['Noto Serif CJK', 'Noto Serif CJK JP'] : []
    expect([agreed(proposal), ...named]).toContainEqual(await back())
  })

  it('is found in the library by a word, and opens as it was', async () => {
    const { library, jobs } = openServices()
    const proposal = await original()
    const { id } = library.store(proposal)
    const { hits } = library.search(query, {}, 10, 0)
    expect(hits.map(({ number }) => number)).toEqual([agreed(proposal)[1]!.number])
    expect(library.open(id).clauses.map((clause) => clause.text.trim())).toEqual(agreed(proposal).map((clause) => clause.text))
    await jobs.close()
  })
})
