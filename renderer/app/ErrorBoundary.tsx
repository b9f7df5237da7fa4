// Catches a failure of one screen, says what is safe, and lets the reader go on.
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

const Failed = ({ onRetry }: { onRetry: () => void }) => {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('failed.title')}
      note={t('failed.note')}
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
