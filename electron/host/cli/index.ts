// The command line `alternat`. Nothing of the backend is loaded before the running Node is known to carry it.
import { AppError } from '../../../shared/contract/error.ts'
import { errorSentence } from '../../hosting/language.ts'
import { say, tongue } from '../words.ts'

const NEEDED = [22, 12] as const
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  const tooOld = new AppError('node-too-old', 'Node is too old', { needed: NEEDED.join('.'), found: process.versions.node })
  console.error(`${errorSentence(tooOld, tongue)} ${say('node-advice')}`)
  process.exitCode = 1
} else {
  const { runCommandLine } = await import('./run.ts')
  process.exitCode = await runCommandLine(process.argv.slice(2))
}
