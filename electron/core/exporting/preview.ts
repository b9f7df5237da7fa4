// Pages of the preview: packed in the worker that sets them, unpacked one at a time when looked at. A file of its own, because
// the task loads Typst and the DOCX writer, which the main thread would start with and never use.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { AppError } from '../../../shared/contract/error.ts'

export const packPage = (svg: string): Uint8Array => deflateRawSync(svg)

/** A page of the preview as SVG, from 1; throws `not-found` past the last one. */
export function previewPage({ previews }: { previews: readonly Uint8Array[] }, page: number): string {
  const packed = previews[page - 1]
  if (!packed) throw new AppError('not-found', 'no such page')
  return inflateRawSync(packed).toString('utf8')
}
