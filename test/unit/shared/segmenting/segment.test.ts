// Forms that statements take, as short invented documents: each line with the role it must get.
import { describe, expect, it } from 'vitest'
import { segment } from '../../../../shared/segmenting/index.ts'

const run = (text: string, format: 'txt' | 'docx' = 'txt') =>
  segment(text.split('\n').map((line, i) => ({ text: line, line: i + 1 })).filter((line) => line.text.trim() !== ''), { fileName: 'text.txt', format })
const roles = (text: string) => run(text).paragraphs.map(({ role, label }) => (label ? `${role} ${label}` : role))

/** Lines of a document, each "role [label] | text". */
function document(rows: string): { text: string; expected: string[] } {
  const lines = rows.trim().split('\n').map((row) => {
    const cut = row.indexOf('|')
    return [row.slice(0, cut).trim(), row.slice(cut + 1).trim()] as const
  })
  return { text: lines.map(([, text]) => text).join('\n'), expected: lines.map(([role]) => role) }
}

describe('micro-cases', () => {
  it('1: a Roman heading may hold a colon and end in a full stop', () => {
    expect(roles('I. Вода: меры, включая учет.\n14. Стороны договорились беречь воду.')).toEqual(['heading I.', 'clause 14.'])
  })
  it('2: a clause may be short', () => expect(roles('Стороны отметили рост.')).toEqual(['clause']))
  it('3: a number may be followed by a no-break space', () => {
    expect(roles('12.\u00A0Лидеры решили встречаться каждый год.')).toEqual(['clause 12.'])
  })
  it('4: a doubled number counts once, with a warning', () => {
    const { paragraphs, warnings } = run('1. 1. Стороны едины в оценке дел.')
    expect(paragraphs[0]).toMatchObject({ role: 'clause', label: '1.', text: 'Стороны едины в оценке дел.' })
    expect(warnings.map((warning) => warning.code)).toContain('doubled-number')
  })
  it('5: a restart of the count marks the document', () => {
    expect(roles('1. Экология\n• Леса\n1. Лидеры одобрили план.')).toEqual(['left-out', 'left-out', 'clause 1.'])
  })
  it('6: the transition ends the chapeau', () => {
    expect(roles('Совместное заявление\nМинистры встретились в Оше и заявляют о нижеследующем.\nСтороны отметили рост.')).toEqual(['title', 'chapeau', 'clause'])
  })
  it('6: nothing before the transition is a clause, everything after it is', () => {
    expect(roles('Совместное заявление\nВ Оше прошла встреча (далее – Стороны).\nСтороны рассмотрели итоги.\nСтороны обменялись мнениями и заявляют о нижеследующем.\n'
      + 'Попуски воды из хранилищ края заранее согласуются соседями.\nСтороны отметили рост.')).toEqual(
      ['title', 'chapeau', 'chapeau', 'chapeau', 'clause', 'clause'])
  })
  it('7: participles with a comma are preamble', () => {
    expect(roles('Резолюция\nотмечая рост торговли,\nподтверждая дружбу,\n1. Постановляет открыть мост.')).toEqual(['title', 'chapeau', 'chapeau', 'clause 1.'])
  })
  it('8: a heading may run over two lines', () => {
    const { paragraphs } = run('Сотрудничество в сфере воды,\nэнергии и климата\nСтороны отметили рост.')
    expect(paragraphs.map(({ role, text }) => [role, text])).toEqual([['heading', 'Сотрудничество в сфере воды, энергии и климата'], ['clause', 'Стороны отметили рост.']])
    expect(paragraphs[0]!.raw).toEqual([0, 1])
  })
  it('9: several sentences stay one clause', () => expect(roles('Стороны поддержат фонд. В этой связи просят МИД.')).toEqual(['clause']))
  it('10: one state may be the subject', () => expect(roles('Япония намерена выделить средства.')).toEqual(['clause']))
  it('11: an agency signs below', () => {
    expect(roles('Стороны отметили рост.\n/// ABC, 3 мая 2030 г.')).toEqual(['clause', 'left-out'])
  })
  it('12: place and date may stand under the title', () => {
    const { paragraphs, metadata } = run('Совместное заявление\nг. Ош 3 мая 2030 года\nМы, министры, заявляем:\nСтороны отметили рост.')
    expect(paragraphs.map(({ role }) => role)).toEqual(['title', 'place-date', 'chapeau', 'clause'])
    expect(metadata).toMatchObject({ date: '2030-05-03', place: 'Ош' })
  })
  it('13: a dateline makes it news', () => {
    const { paragraphs, metadata, warnings } = run('ОШ, 3 мая — АБВ. Президент подчеркнул важность дружбы.')
    expect(paragraphs.map(({ role }) => role)).toEqual(['passage'])
    expect(metadata.grade).toBe('press-report')
    expect(warnings.map((warning) => warning.code)).toContain('no-declaration')
  })
  it('13: a bare list of words is no declaration', () => {
    const { paragraphs, metadata } = run('яблоко\nгруша\n2 стола\nСлива\nIV\nКонец')
    expect(new Set(paragraphs.map(({ role }) => role))).toEqual(new Set(['passage']))
    expect(metadata.grade).toBe('press-report')
  })
  it('13: words in cells of a table head nothing', () => {
    const cell = { cell: true }
    const raw = [
      { text: 'Стороны отметили рост.', line: 1 }, { text: 'Проект', line: 2, hint: cell }, { text: 'Год', line: 3, hint: cell },
      { text: 'Мост через реку', line: 4, hint: cell }, { text: 'Стороны одобрили план.', line: 5 },
    ]
    const { paragraphs } = segment(raw, { fileName: 'text.docx', format: 'docx' })
    expect(paragraphs.map(({ role }) => role)).toEqual(['clause', 'item', 'item', 'item', 'clause'])
  })
  it('14: a clause may open a list', () => {
    expect(roles('5. We decide that:\n(1) The Office shall report each year;\n(2) The Office shall keep the list.\n6. We thank the host.')).toEqual(
      ['clause 5.', 'item (1)', 'item (2)', 'clause 6.'])
  })
  it('15: a chapeau may begin with a date', () => {
    expect(roles('Совместное заявление\n3 мая 2030 года в Оше состоялась встреча министров Сторон.\nСтороны отметили рост.')).toEqual(['title', 'chapeau', 'clause'])
  })
})

describe('whole forms', () => {
  it.each([
    ['an English joint statement with Roman sections', `
    title       | Joint Statement
    title       | of the Ministers of Orlania and Norland
    chapeau     | On 3 May 2030 the Ministers met in Osh (hereinafter referred to as “the Sides”) and stated the following:
    heading I.  | I. Water and energy
    clause      | The Sides reaffirm their will to share water in a fair manner.
    clause      | The Sides, taking note of earlier work, welcome the plan of the joint office.
    heading II. | II. Trade
    clause      | The Norland side expressed readiness to open a market.
    clause      | The Sides agreed to hold the next meeting in 2031.
    place-date  | Osh, 3 May 2030`],
    ['a resolution with a preamble', `
    left-out  | Distr.: General
    title     | Resolution on mountain forests
    chapeau   | Recalling its earlier decisions on forests,
    chapeau   | Mindful of the needs of mountain villages,
    clause 1. | 1. Welcomes the work of the joint office;
    clause 2. | 2. Invites all states to plant trees:
    item (a)  | (a) on the slopes;
    item (b)  | (b) along the rivers;
    clause 3. | 3. Decides to remain seized of the matter.`],
    ['a declaration of leaders in the first person', `
    title      | ДЕКЛАРАЦИЯ
    title      | глав государств горного края
    chapeau    | Мы, главы государств Орландии и Норландии, собравшись в городе Оше, заявляем о следующем:
    heading    | Мир и безопасность
    clause     | Подтверждаем приверженность миру в нашем крае.
    clause     | Выступаем за открытые границы.
    heading    | Хозяйство
    clause     | Поручаем министрам подготовить план.
    place-date | Совершено в городе Оше 3 мая 2030 года.
    signature  | За Орландию
    signature  | За Норландию`],
    ['clauses that count from 1 in each section', `
    title      | Совместное коммюнике
    chapeau    | Министры провели встречу и договорились о следующем:
    heading I. | I. Вода
    clause 1.  | 1. Стороны договорились беречь воду.
    clause 2.  | 2. Стороны поддержали план.
    heading II. | II. Лес
    clause 1.  | 1. Стороны отметили рост лесов.
    clause 2.  | 2. Стороны призвали сажать деревья.`],
    ['a declaration that a page prints under its own words', `
    left-out  | Сегодня в Оше прошла встреча, сообщает пресс-служба.
    left-out  | Фото: АБВ
    left-out  | Президент отметил важность встречи.
    left-out  | Ниже приводим неофициальный перевод:
    title     | Ошская декларация
    chapeau   | Главы государств, встретившись в Оше (далее – Главы), заявили о следующем.
    clause 1. | 1. Главы одобрили план.
    clause 2. | 2. Главы отметили рост.
    left-out  | Ctrl + Enter`],
    ['place and date over two lines', `
    title      | Совместное заявление
    chapeau    | Стороны провели встречу и заявляют о нижеследующем:
    clause     | Стороны отметили рост.
    place-date | г. Ош
    place-date | 3 мая 2030 года`],
    ['an annex after the signatures', `
    title      | Joint Declaration
    chapeau    | The Parties met in Osh and declared the following:
    clause 1.  | 1. The Parties agreed to keep a list.
    clause 2.  | 2. The Parties welcomed the plan.
    place-date | Done at Osh on 3 May 2030
    signature  | For Orlania
    signature  | For Norland
    heading    | Annex 1
    clause 1.  | 1. The Parties will meet each year.`],
  ])('%s', (_name, rows) => {
    const { text, expected } = document(rows)
    expect(roles(text)).toEqual(expected)
  })

  it.each<[string, string[], string[], { title: string; date: string | null; place: string | null }]>([
    ['Chinese, with headings', ['联合声明', '双方于2030年5月3日在奥什会晤，声明如下：', '一、水', '双方支持水资源合作。', '双方同意继续对话。', '2030年5月3日于奥什'],
      ['title', 'chapeau', 'heading 一、', 'clause', 'clause', 'place-date'], { title: '联合声明', date: '2030-05-03', place: '奥什' }],
    ['Chinese, place and date under the title, the year in signs', ['联合声明', '二〇三〇年五月十二日，于奥尔明市', '各方领导人声明如下：', '1. 各方重申在水资源领域开展合作的意愿。', '2. 会议期间，各方支持青年交流。', '3. 各方欢迎签署《贸易协定》。'],
      ['title', 'place-date', 'chapeau', 'clause 1.', 'clause 2.', 'clause 3.'], { title: '联合声明', date: '2030-05-12', place: '奥尔明市' }],
    ['Japanese, numbered, of an era', ['オルミン首脳会合 共同宣言', '令和12年5月3日、オルミン', '1. 首脳は、水資源に関する協力の意思を再確認した。', '2. 首脳は、青少年交流を支持した。', '3. 首脳は、次回会合を開催することで一致した。'],
      ['title', 'place-date', 'clause 1.', 'clause 2.', 'clause 3.'], { title: 'オルミン首脳会合 共同宣言', date: '2030-05-03', place: 'オルミン' }],
    ['Japanese, without numbers', ['共同宣言', '首脳は、２０３０年５月３日にオルミンで会談し、以下のとおり宣言した。', '首脳は、水資源に関する協力の意思を再確認した。', 'この関連で、双方は貿易の拡大を歓迎する。'],
      ['title', 'chapeau', 'clause', 'clause'], { title: '共同宣言', date: '2030-05-03', place: null }],
  ])('%s', (_what, lines, expected, facts) => {
    const text = lines.join('\n')
    expect(roles(text)).toEqual(expected)
    expect(run(text).metadata).toMatchObject(facts)
  })

  it('a Chinese report of a meeting is none', () => {
    expect(run('新华社奥尔明5月3日电\n据新华社报道，外长们昨天在奥尔明会面。\n他们讨论了贸易问题，记者从外交部获悉。').metadata.grade).toBe('press-report')
  })
})

describe('languages of the region', () => {
  it.each([
    ['kk', [
      'Бірлескен мәлімдеме',
      'Олмин мен Тервен министрлері (бұдан әрі – Тараптар) 2030 жылғы 3 мамырда кездесіп, төмендегіні мәлімдейді.',
      '1. Тараптар ормандарды қорғау саласындағы ынтымақтастықты дамытуға дайын екенін растады.',
      '2. Тараптар сауда көлемінің өсуін және қауіпсіздік үшін бірлескен жұмысты атап өтті.',
      '3. Тараптар келесі кездесуді өткізу туралы келісті.',
    ]],
    ['ky', [
      'Биргелешкен билдирүү',
      'Олмин жана Тервен министрлери 2030-жылдын 3-майында жолугуп, төмөнкүлөрдү билдиришет.',
      '1. Тараптар токойлорду коргоо боюнча кызматташтыкты өнүктүрүүгө даяр экенин ырасташты.',
      '2. Тараптар соода көлөмүнүн өсүшүн жана өңүрдөгү коопсуздукту белгилешти.',
      '3. Тараптар кийинки жолугушуу жөнүндө макулдашты.',
    ]],
    ['tg', [
      'Изҳороти муштарак',
      'Вазирони Олмин ва Тервен дар рӯзи 3 майи соли 2030 вохӯрда, чунин изҳор доштанд:',
      '1. Ҷонибҳо омодагии худро ба рушди ҳамкорӣ дар соҳаи ҳифзи ҷангалҳо тасдиқ намуданд.',
      '2. Ҷонибҳо афзоиши тиҷоратро бо қаноатмандӣ қайд карданд.',
      '3. Ҷонибҳо барои мулоқоти навбатӣ мувофиқат намуданд.',
    ]],
    ['uz', [
      'Qo‘shma bayonot',
      'Olmin va Terven vazirlari 2030-yil 3-mayda uchrashib, quyidagilarni bayon etdilar:',
      '1. Tomonlar o‘rmonlarni muhofaza qilish sohasida hamkorlikni rivojlantirishga tayyorligini tasdiqladilar.',
      '2. Tomonlar savdo hajmining o‘sishini va xavfsizlik uchun birgalikdagi ishni ta’kidladilar.',
      '3. Tomonlar navbatdagi uchrashuvni o‘tkazish bo‘yicha kelishib oldilar.',
    ]],
    ['tk', [
      'Bilelikdäki beýannama',
      'Olmin we Terwen ministrleri 2030-njy ýylyň 3-nji maýynda duşuşyp, aşakdakylary beýan etdiler:',
      '1. Taraplar tokaýlary goramak boýunça hyzmatdaşlygy ösdürmäge taýýardyklaryny tassykladylar.',
      '2. Taraplar söwdanyň ösüşini we howpsuzlyk üçin bilelikdäki işleri bellediler.',
      '3. Taraplar indiki duşuşygy geçirmek barada ylalaşdylar.',
    ]],
    ['uk', [
      'Спільна заява',
      'Міністри Олміну та Тервену (далі – Сторони), провівши зустріч 3 травня 2030 року, заявляють про таке:',
      '1. Сторони підтвердили готовність розвивати співробітництво у сфері охорони лісів.',
      '2. Сторони відзначили зростання торгівлі та об’єднання зусиль щодо її безпеки.',
      '3. Сторони домовилися провести наступну зустріч.',
    ]],
    ['zh', [
      '联合声明',
      '奥尔明和特尔文外长于2030年5月3日举行会晤，声明如下：',
      '一、双方重申愿在森林保护领域加强合作。',
      '二、双方欢迎贸易增长，并强调安全的重要性。',
      '三、双方同意举行下次会晤。',
    ]],
    ['ja', [
      '共同声明',
      'オルミンとテルヴェンの外相は2030年5月3日に会談し、以下のとおり声明した。',
      '1. 双方は、森林保護の分野における協力を強化することを再確認した。',
      '2. 双方は、貿易の拡大を歓迎した。',
      '3. 双方は、次回会合を開催することで一致した。',
    ]],
  ])('%s', (language, lines) => {
    const text = lines.join('\n')
    const { paragraphs, metadata } = run(text)
    expect(metadata).toMatchObject({ language, form: 'joint-statement', date: '2030-05-03' })
    expect(paragraphs.map(({ role }) => role)).toEqual(['title', 'chapeau', 'clause', 'clause', 'clause'])
    expect(paragraphs.map(({ label, text: words }) => `${label ?? ''}${label?.endsWith('.') ? ' ' : ''}${words}`).join('\n')).toBe(text)
    for (const { confidence } of paragraphs) expect(confidence).toBeGreaterThan(0.5)
  })
})

describe('facts', () => {
  it('keeps no-break spaces in clauses and makes them plain in what lists show', () => {
    const { paragraphs, metadata } = run('Совместное\u00A0заявление\nСтороны заявляют о нижеследующем.\nСтороны отметили\u00A0рост.')
    expect(metadata.title).toBe('Совместное заявление')
    expect(paragraphs[2]!.text).toBe('Стороны отметили\u00A0рост.')
  })

  it('reads letters of the other alphabet as what they look like, and stores them as they were', () => {
    const { paragraphs } = run('Совместное заявление\nCтороны заявляют о нижеследующем.\nCтoроны отметили рост.')
    expect(paragraphs.map(({ role }) => role)).toEqual(['title', 'chapeau', 'clause'])
    expect(paragraphs[2]!.text).toBe('Cтoроны отметили рост.')
  })

  it('reads question marks where an encoding lost the quotes', () => {
    expect(roles('Ошская декларация саммита ?Горный край?\nСтороны заявляют о нижеследующем.\nСтороны отметили рост.')).toEqual(['title', 'chapeau', 'clause'])
  })

  it('warns of a gap and of a number that comes again', () => {
    const { warnings } = run('Декларация\nСтороны заявляют о нижеследующем.\n1. Стороны отметили рост.\n2. Стороны одобрили план.\n4. Стороны призвали к миру.\n4. Стороны поддержали мир.')
    expect(warnings.map(({ code, paragraph }) => [code, paragraph])).toEqual([['no-date', undefined], ['number-gap', 4], ['number-repeated', 5]])
  })

  it('puts headings under headings', () => {
    const { paragraphs } = run('Декларация\nСтороны заявляют о нижеследующем.\nОбщее\nОбзор\nСтороны отметили рост.\nI. Вода\nСтороны поддержали план.\nМоря\nСтороны призвали к миру.\nII. Лес\nСтороны одобрили план.')
    expect(paragraphs.flatMap(({ role, level }) => (role === 'heading' ? [level] : []))).toEqual([1, 2, 1, 2, 1])
  })

  it('keeps news and its lists out of a declaration without a chapeau, by the note that announces the text', () => {
    const { text, expected } = document(`
      left-out | Сегодня в Альмине завершилась встреча лидеров, сообщает агентство.
      left-out | Общие задачи
      left-out | Декларация затрагивает важные вопросы края, выражая поддержку:
      left-out | – Спокойствию на границе,
      left-out | – Подписанию соглашения о воде,
      left-out | – Помощи соседям.
      left-out | На встрече лидеры призвали к обновлению совета.
      left-out | Следующие шаги
      left-out | Вторая встреча состоится в Тервене в 2027 году.
      title | Альминская декларация лидеров
      left-out | С полным текстом декларации можно ознакомиться на сайте министерства
      left-out | Ниже приводим неофициальный перевод декларации:
      heading | Общий обзор
      clause 1. | 1. Лидеры высоко оценили развитие отношений.
      clause 2. | 2. Лидеры приветствовали рост торговли.
      clause 3. | 3. Лидеры согласились встречаться каждый год.
    `)
    expect(roles(text)).toEqual(expected)
  })

  describe('signers at the end', () => {
    const rolesAfter = (rows: string[], cell: boolean) => segment([
      'Совместное заявление', 'Стороны заявляют о нижеследующем.', '1. Стороны отметили рост.', '2. Стороны одобрили план.', ...rows,
    ].map((text, i) => ({ text, line: i + 1, ...(cell && i > 3 && !/2021/u.test(text) && { hint: { cell } }) })), { fileName: 'a.docx', format: 'docx' })
      .paragraphs.slice(4).map(({ role }) => role)
    const signed = (count: number) => Array.from({ length: count }, () => 'signature')

    it('are named in the cells of a table', () => {
      const sides = ['За Республику Вестрия', 'За Республику Алвания']
      expect(rolesAfter(['г. Тервен, 14 мая 2021 года', ...sides, 'Ивар Секст', 'М. Толь'], true)).toEqual(['place-date', ...signed(4)])
      expect(rolesAfter([...sides, 'Министр транспорта', 'Министр вод', 'Ивар Секст', 'Марен Толь'], true)).toEqual(signed(6))
      expect(rolesAfter(['г. Тервен, 14 мая 2021 года', 'Ивар Секст', 'Марен Толь'], true)).toEqual(['place-date', ...signed(2)])
      expect(rolesAfter(['________', '________', 'И.О. Секст', 'Марен ван Толь'], true)).toEqual(signed(4))
    })
    it('are named on lines of their own', () => {
      expect(rolesAfter(['г. Тервен, 14 мая 2021 года', 'За Республику Вестрия', 'Ивар Секст'], false)).toEqual(['place-date', ...signed(2)])
    })
    it('are none in a table of anything else', () => {
      expect(rolesAfter(['Мост в Тервене', 'Речной Порт', '2027 год'], true)).toEqual(['item', 'item', 'item'])
    })
  })

  it('says why, and how sure it is', () => {
    const { paragraphs } = run('Совместное заявление\nСтороны заявляют о нижеследующем.\nСтороны отметили рост.')
    expect(paragraphs[1]!.reasons[0]).toBe('transition')
    for (const { confidence } of paragraphs) expect(confidence).toBeGreaterThan(0.5)
  })

  it('gives an empty text an empty structure', () => {
    expect(segment([], { fileName: 'a.txt', format: 'txt' })).toMatchObject({ paragraphs: [], warnings: [] })
  })

  it('believes the styles of a word processor', () => {
    const { paragraphs } = segment([
      { text: 'Заявление Сторон о воде', line: 1, hint: { title: true } },
      { text: 'Стороны заявляют о нижеследующем.', line: 2 },
      { text: 'О воде', line: 3, hint: { heading: 1 } },
      { text: 'Стороны отметили рост.', line: 4, hint: { label: '1.' } },
      { text: 'Стороны одобрили план.', line: 5, hint: { label: '2.' } },
    ], { fileName: 'a.docx', format: 'docx' })
    expect(paragraphs.map(({ role, label, text }) => [role, label, text])).toEqual([
      ['title', undefined, 'Заявление Сторон о воде'], ['chapeau', undefined, 'Стороны заявляют о нижеследующем.'], ['heading', undefined, 'О воде'],
      ['clause', '1.', 'Стороны отметили рост.'], ['clause', '2.', 'Стороны одобрили план.'],
    ])
  })
})
