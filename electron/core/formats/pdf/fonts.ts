// The fonts that every PDF embeds: Tinos, with the widths of Times New Roman, and Noto Serif for the letters it lacks. They
// come as npm packages, so that a PDF looks the same on every machine.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FACES: readonly (readonly [string, string])[] = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
  .flatMap((face) => [['tinos', `${face}/Tinos_${face}.ttf`], ['noto-serif', `${face}/NotoSerif_${face}.ttf`]] as const)

/** The font files' bytes. */
export function fontBlobs(): Buffer[] {
  const require = createRequire(import.meta.url)
  const folderOf = (family: string) => dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
  return FACES.map(([family, file]) => readFileSync(join(folderOf(family), file)))
}
