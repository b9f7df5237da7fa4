// Numbers that Word computes and a DOCX does not spell out.
import { describe, expect, it } from 'vitest'
import { readDocx, toRawParagraphs } from '../../../electron/core/formats/docx/read.ts'
import { docxOf, p, r } from '../../support/docx.ts'

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const abstract = (levels: string, id = 0) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const list = (id: number, more = '', of = 0) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
/** Paragraphs of a list by id and level: "1/0 1/1 2/0"; "-" is one without a number, "x" before it is a deleted one. */
const body = (places: string) =>
  places
    .split(' ')
    .map((place, index) => {
      if (place === '-') return p(r(`t${index}`))
      const [id, at] = place.replace('x', '').split('/')
      const properties = `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`
      if (!place.startsWith('x')) return p(r(`t${index}`), { properties })
      return p(`<w:del w:id="1" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del>`, { end: 'del', properties })
    })
    .join('') + p(r('end'))

const labels = (numbering: string, places: string, view: 'accepted' | 'rejected' = 'accepted') =>
  toRawParagraphs(readDocx(docxOf(body(places), { numbering })), view)
    .slice(0, -1)
    .map((paragraph) => paragraph.hint?.label ?? '–')
    .join(' ')

const deep = abstract(level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2.') + level(2, 'lowerRoman', '(%3)'))
const CASES: [name: string, numbering: string, places: string, shown: string][] = [
  ['decimal', abstract(level(0, 'decimal', '%1.')) + list(1), '1/0 - 1/0 1/0', '1. – 2. 3.'],
  ['Roman', abstract(level(0, 'upperRoman', '%1.')) + list(1), '1/0 1/0 1/0 1/0', 'I. II. III. IV.'],
  ['letters', abstract(level(0, 'lowerLetter', '%1)')) + list(1), '1/0 1/0', 'a) b)'],
  ['Russian letters', abstract(level(0, 'russianLower', '%1)')) + list(1), '1/0 1/0 1/0', 'а) б) в)'],
  ['bullets', abstract(level(0, 'bullet', '\uf0b7')) + list(1), '1/0 1/0', '• •'],
  ['without a number', abstract(level(0, 'none', '')) + list(1), '1/0', '–'],
  ['levels: a deeper one begins anew', deep + list(1), '1/0 1/1 1/1 1/0 1/1 1/2 1/2', '1. 1.1. 1.2. 2. 2.1. (i) (ii)'],
  ['a deeper level first', deep + list(1), '1/1', '1.1.'],
  [
    'legal style',
    abstract(level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + list(1),
    '1/0 1/1',
    'I. 1.1',
  ],
  [
    'a level that goes on',
    abstract(level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')) + list(1),
    '1/0 1/1 1/1 1/0 1/1',
    'I. 1. 2. II. 3.',
  ],
  [
    'a level that begins anew only after the first one',
    abstract(level(0, 'decimal', '%1.') + level(1, 'decimal', '%2.') + level(2, 'decimal', '%3)', '<w:lvlRestart w:val="1"/>')) +
      list(1),
    '1/0 1/1 1/2 1/1 1/2 1/0 1/2',
    '1. 1. 1) 2. 2) 2. 1)',
  ],
  ['lists over one definition count on', abstract(level(0, 'decimal', '%1.')) + list(1) + list(2), '1/0 2/0 1/0', '1. 2. 3.'],
  [
    'a list told where to start',
    abstract(level(0, 'decimal', '%1.')) +
      list(1) +
      list(2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="14"/></w:lvlOverride>'),
    '1/0 2/0 2/0',
    '1. 14. 15.',
  ],
  [
    'a list with a level of its own',
    abstract(level(0, 'decimal', '%1.')) + list(1, `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', '§ %1')}</w:lvlOverride>`),
    '1/0',
    '§ 1',
  ],
  [
    'two definitions count apart',
    abstract(level(0, 'decimal', '%1.')) + abstract(level(0, 'decimal', '%1)'), 1) + list(1) + list(2, '', 1),
    '1/0 2/0 1/0',
    '1. 1) 2.',
  ],
  [
    'a list told where its deeper level starts, each time it begins anew',
    abstract(level(0, 'decimal', '%1.') + level(1, 'decimal', '%2)')) +
      list(1, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'),
    '1/0 1/1 1/1 1/0 1/1',
    '1. 5) 6) 2. 5)',
  ],
  ['letters beyond the alphabet', abstract(level(0, 'upperLetter', '%1', '<w:start w:val="26"/>')) + list(1), '1/0 1/0 1/0',
    'Z AA BB'],
  ['letters beyond all use are digits', abstract(level(0, 'lowerLetter', '%1', '<w:start w:val="900000"/>')) + list(1), '1/0',
    '900000'],
  [
    'zeros in front, as newer Word spells them',
    abstract(
      '<w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>' +
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>',
    ) + list(1),
    '1/0 1/0',
    '001. 002.',
  ],
  ['ordinal', abstract(level(0, 'ordinal', '%1')) + list(1), '1/0 1/0 1/0 1/0', '1st 2nd 3rd 4th'],
  ['Chinese', abstract(level(0, 'chineseCounting', '%1、', '<w:start w:val="9"/>')) + list(1), '1/0 1/0 1/0', '九、 十、 十一、'],
  ['in circles', abstract(level(0, 'decimalEnclosedCircle', '%1')) + list(1), '1/0 1/0', '① ②'],
  ['a format that no one knows', abstract(level(0, 'constructor', '%1.')) + list(1), '1/0 1/0', '1. 2.'],
  ['a level that no list has', abstract(level(0, 'decimal', '%1.') + level(4_000_000, 'decimal', '%1.')) + list(1),
    '1/0 1/4000000 1/0', '1. – 2.'],
  [
    'a list that takes a style’s numbers',
    '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="N"/>' + level(0, 'decimal', 'Art. %1') + '</w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="N"/></w:abstractNum>' + list(1, '', 1),
    '1/0 1/0',
    'Art. 1 Art. 2',
  ],
  ['list 0 is none', abstract(level(0, 'decimal', '%1.')) + list(1), '0/0 1/0', '– 1.'],
  ['a list that is not there', abstract(level(0, 'decimal', '%1.')) + list(1), '7/0 1/0', '– 1.'],
]

describe('numbers as Word shows them', () => {
  it.each(CASES)('%s', (_, numbering, places, shown) => expect(labels(numbering, places)).toBe(shown))

  it('passes over deleted paragraphs, and counts them where the deletion is rejected', () => {
    const numbering = abstract(level(0, 'decimal', '%1.')) + list(1)
    expect(labels(numbering, '1/0 x1/0 1/0')).toBe('1. 2.')
    expect(labels(numbering, '1/0 x1/0 1/0', 'rejected')).toBe('1. 2. 3.')
  })

  it('comes with a style, at the level that names the style', () => {
    const numbering = abstract(level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2.', '<w:pStyle w:val="S"/>')) + list(1)
    const styles =
      '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="own"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const [paragraph] = readDocx(docxOf(p(r('a'), { properties: '<w:pStyle w:val="S"/>' }), { numbering, styles })).paragraphs
    expect(paragraph!.label).toBe('1.1.')
  })
})
