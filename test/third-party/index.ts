// Writes THIRD_PARTY.md, and with `--sbom FILE` a bill of materials in CycloneDX, of what Alternat ships.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { thirdParty } from './packages.ts'

const { sbom } = parseArgs({ options: { sbom: { type: 'string' } } }).values
writeFileSync(resolve(import.meta.dirname, '../../THIRD_PARTY.md'), thirdParty())
if (sbom) {
  const bill = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], { encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' })
  writeFileSync(sbom, bill)
}
