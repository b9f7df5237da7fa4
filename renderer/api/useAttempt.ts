// One act at a time on a screen: whether it is under way, and what went wrong with the last one. What was cancelled went not wrong.
import { useState } from 'react'
import { AppError } from '../../shared/contract/error.ts'

export interface Attempt {
  isBusy: boolean
  /** null where nothing is wrong. */
  error: unknown
  /** true where it was done. */
  attempt(act: () => Promise<unknown>): Promise<boolean>
}

export function useAttempt(): Attempt {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  return {
    isBusy,
    error,
    async attempt(act) {
      setBusy(true)
      setError(null)
      try {
        await act()
        return true
      } catch (failure) {
        if (!(failure instanceof AppError && failure.code === 'cancelled')) setError(failure)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
