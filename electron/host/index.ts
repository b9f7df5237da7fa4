// The browser host as `npm start` runs it, after `start.mjs` has built what was missing and said why Electron is not used.
import { parseArgs } from 'node:util'
import { AppError } from '../../shared/contract/error.ts'
import { errorSentence } from '../hosting/language.ts'
import { defaultLibrary } from '../hosting/places.ts'
import { serve } from './serve.ts'
import { say, tongue } from './words.ts'

const { values } = parseArgs({ options: { library: { type: 'string' }, 'no-open': { type: 'boolean' } } })

try {
  await serve({
    library: values.library ?? defaultLibrary(),
    open: !values['no-open'],
    announce: (address) => console.log(say('serving', { address })),
  })
} catch (error) {
  console.error(errorSentence(error instanceof AppError ? error : new AppError('internal', 'unexpected error'), tongue))
  process.exitCode = 1
}
