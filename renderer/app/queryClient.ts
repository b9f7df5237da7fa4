// The cache of answers. A failed change tells the reader at once, unless its caller shows the error itself.
import { MutationCache, QueryClient } from '@tanstack/react-query'
import { AppError } from '../../shared/contract/error.ts'
import { words } from '../i18n/setup.ts'
import { notices } from '../ui/notices.ts'

const sentence = (error: unknown) =>
  error instanceof AppError ? words.t(`errors:${error.code}`, error.details) : words.t('errors:internal')

/** Nothing is asked twice by itself: the backend is on this machine, and says when something changed. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        staleTime: 30_000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
    mutationCache: new MutationCache({
      onError: (error, _input, _context, mutation) => {
        if (mutation.meta?.['quiet'] === true) return
        notices.add({ tone: 'bad', text: sentence(error) })
      },
    }),
  })
