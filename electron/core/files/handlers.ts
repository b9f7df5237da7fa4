// Operations that hand files over.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

export const fileHandlers = ({ files }: Pick<Context, 'files'>): Pick<Handlers, 'file.stage' | 'file.append' | 'file.drop'> => ({
  'file.stage': ({ name, data }) => ({ file: files.put(name, new Uint8Array(Buffer.from(data, 'base64'))) }),
  'file.append': ({ file, data }) => {
    files.append(file, new Uint8Array(Buffer.from(data, 'base64')))
    return null
  },
  'file.drop': ({ file }) => {
    files.drop(file)
    return null
  },
})
