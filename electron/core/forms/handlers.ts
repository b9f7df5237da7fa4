// Operation that lists the forms a draft can start from.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

export const formHandlers = ({ forms }: Pick<Context, 'forms'>): Pick<Handlers, 'form.list'> => ({ 'form.list': () => forms.list() })
