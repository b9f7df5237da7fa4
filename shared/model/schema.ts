// zod without its code generator, which the content security policy forbids. Every schema is made from here, so that the
// setting stands before the first of them.
import * as z from 'zod'

z.config({ jitless: true })

export { z }
