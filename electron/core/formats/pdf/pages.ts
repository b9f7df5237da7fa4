// Cuts Typst's one tall SVG into its pages. Each page is a group at the top level, its glyphs are symbols in one list at the
// end, like clips and patterns; a cut page carries only those that it uses.

const PAGE_GROUP = /^ {4}<g[ >][\s\S]*?^ {4}<\/g>$/gmu
const SYMBOL = /<symbol id="([^"]+)"[\s\S]*?<\/symbol>/gu
const CLIP = /<clipPath id="([^"]+)"[\s\S]*?<\/clipPath>/gu
/** A pattern may stand for another one. */
const PATTERN = /<pattern\b[^>]*?\bid="([^"]+)"[^>]*?(?:\/>|>[\s\S]*?<\/pattern>)/gu
const REFERENCE = /(?:href="#|url\(#)([^")]+)/gu
/** Black and nonzero are what SVG assumes anyway. */
const DEFAULTS = / fill="#000000"| fill-rule="nonzero"/gu

/** One SVG a page. A RangeError where the picture does not hold `count` pages. */
export function cutPages(svg: string, count: number): string[] {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg)
  const groups = svg.match(PAGE_GROUP) ?? []
  if (!box || groups.length !== count) throw new RangeError(`expected ${count} pages, found ${groups.length}`)
  const width = Number(box[1])
  const height = Number(box[2]) / count
  const shared = new Map([...svg.matchAll(SYMBOL), ...svg.matchAll(CLIP), ...svg.matchAll(PATTERN)].map((match) => [match[1]!, match[0]]))
  return groups.map((group) => {
    const used = new Set<string>()
    // What is added is walked through in its turn.
    const use = (text: string) => { for (const match of text.matchAll(REFERENCE)) used.add(match[1]!) }
    use(group)
    for (const id of used) use(shared.get(id) ?? '')
    const definitions = [...used].flatMap((id) => shared.get(id) ?? []).join('')
    // The page's own shift down the tall picture goes; all that is inside keeps its place.
    const page = group.replace(/^ {4}<g[^>]*>/u, '<g>').replaceAll(DEFAULTS, '')
    return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}">`
      + `<rect width="${width}" height="${height}" fill="#fff"/>${page}<defs>${definitions}</defs></svg>`
  })
}
