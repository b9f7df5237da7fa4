// The forms of `templates/forms`: read once, each checked against its schema.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import { formTemplateSchema, type FormTemplate } from '../../../shared/model/form.ts'
import type { FormService } from '../context.ts'
import { describeError, type Log } from '../log.ts'

/** A form that cannot be read is left out and logged: the others stay usable. */
export function createFormService(templates: string, log: Log): FormService {
  let forms: FormTemplate[] | null = null
  const list = () => (forms ??= readForms(join(templates, 'forms'), log))
  return {
    list,
    get(id) {
      const form = list().find((entry) => entry.id === id)
      if (!form) throw new AppError('not-found', 'no such form')
      return form
    },
  }
}

function readForms(folder: string, log: Log): FormTemplate[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json')).sort().flatMap((file) => {
    try {
      return [formTemplateSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))]
    } catch (error) {
      log.error('form.unreadable', { file, ...describeError(error) })
      return []
    }
  })
}
