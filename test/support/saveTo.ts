// A process of its own that saves a file, so that a test can fill its disk or kill it. Prints what became of it.
// usage: node saveTo.ts PATH BYTES [again and again]
import { exportToFile } from '../../electron/core/exporting/saving.ts'

const [path, size, again] = process.argv.slice(2)
const turns = again ? Infinity : 1

try {
  for (let turn = 0; turn < turns; turn++) {
    const saving = exportToFile(new Uint8Array(Number(size)).fill(97 + (turn % 26)), path!)
    if (again) console.log('saving')
    await saving
  }
  console.log('saved')
} catch (error) {
  console.log((error as { code?: string }).code)
}
