// Operations that hand files over.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

export const fileHandlers = ({ files }: Pick<Context, 'files'>): Pick<Handlers, 'file.stage' | 'file.drop'> => ({
  'file.stage': ({ name, data }) => ({ file: files.put(name, new Uint8Array(Buffer.from(data, 'base64'))) }),
  'file.drop': ({ file }) => {
    files.drop(file)
    return null
  },
})
