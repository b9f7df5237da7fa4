// One seed for every property in the checks of a change, so that what passed once passes again; elsewhere each run draws its own,
// and a failure prints it. ALTERNAT_SEED names another.
import * as fc from 'fast-check'

const named = process.env['ALTERNAT_SEED'] ?? (process.env['CI'] ? '20260203' : undefined)
if (named !== undefined) fc.configureGlobal({ seed: Number(named) })
