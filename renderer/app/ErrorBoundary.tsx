// Catches a failure of one screen, says what is safe, and lets the reader go on.
import { Component, useEffect, useState, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../api/context.tsx'
import { useErrorText } from '../i18n/errors.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

const Failed = ({ onRetry }: { onRetry: () => void }) => {
  const { t } = useTranslation()
  const client = useClient()
  const errorText = useErrorText()
  // A screen that was never fetched fails, too, where Alternat itself was stopped; then the screen is not to blame.
  const [silent, setSilent] = useState<unknown>(null)
  useEffect(() => {
    client.call('app.info', {}).catch(setSilent)
  }, [client])
  return (
    <EmptyState
      title={t(silent ? 'failed.silent' : 'failed.title')}
      note={silent ? errorText(silent) : t('failed.note')}
      actions={
        <Button variant="primary" onPress={onRetry}>
          {t('failed.retry')}
        </Button>
      }
    />
  )
}

interface BoundaryProps {
  /** A new key (the address) clears the failure. */
  resetKey: string
  children: ReactNode
}

interface BoundaryState {
  failed: boolean
  key: string
}

export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, key: this.props.resetKey }

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { failed: true }
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return props.resetKey === state.key ? null : { failed: false, key: props.resetKey }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The stack names components and functions only; document text is never in a message of our own.
    console.error(error.name, info.componentStack)
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed onRetry={() => this.setState({ failed: false })} /> : this.props.children
  }
}
