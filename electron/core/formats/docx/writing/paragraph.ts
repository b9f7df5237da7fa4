// A paragraph whose end carries changes. `docx` knows an inserted and a deleted end, but none that was moved.
import { Paragraph, type IContext, type IParagraphOptions, type IXmlableObject } from 'docx'
import { changeElement, element, type Element } from '../elements.ts'
import type { Change } from '../pen.ts'

/** As the schema orders them, and before all else in the properties of the end. */
const ORDER: readonly Change['element'][] = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']

export class MarkedParagraph extends Paragraph {
  private readonly mark: readonly Change[]

  constructor(options: IParagraphOptions, mark: readonly Change[], children: readonly Element[]) {
    super(options)
    this.mark = mark
    for (const child of children) this.addChildElement(child)
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const paragraph = super.prepForXml(context)
    if (this.mark.length === 0) return paragraph
    const changes = this.mark.toSorted((a, b) => ORDER.indexOf(a.element) - ORDER.indexOf(b.element))
    const end = element('w:rPr', {}, changes.map((change) => changeElement(change))).prepForXml(context)!
    const properties = propertiesOf(paragraph)
    const before = properties.findIndex((property) => 'w:sectPr' in property || 'w:pPrChange' in property)
    properties.splice(before < 0 ? properties.length : before, 0, end)
    return paragraph
  }
}

/** The list of the paragraph's properties; every paragraph has a style, so there are some. */
function propertiesOf(paragraph: IXmlableObject | undefined): IXmlableObject[] {
  const children = paragraph?.['w:p'] as readonly IXmlableObject[]
  return children.find((child) => 'w:pPr' in child)!['w:pPr'] as IXmlableObject[]
}
