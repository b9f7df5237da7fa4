// A modal dialog: title, body, row of buttons. Escape and the cross close it.
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './Button.tsx'
import { cx } from './cx.ts'
import { X } from './icons.ts'
import styles from './overlays.module.css'

export interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** Name of the cross. */
  closeLabel: string
  children: ReactNode
  /** Buttons, the main one first. */
  footer?: ReactNode
  width?: 'narrow' | 'normal' | 'wide'
  role?: 'dialog' | 'alertdialog'
  /** The caret goes into the first field. */
  isForm?: boolean
}

const toFirstField = (body: HTMLElement | null) => body?.querySelector<HTMLElement>('input, textarea')?.focus()

/** A dialog shown while `isOpen`. */
export const Dialog = ({
  title,
  isOpen,
  onClose,
  closeLabel,
  children,
  footer,
  width = 'normal',
  role = 'dialog',
  isForm = false,
}: DialogProps) => (
  <ModalOverlay
    className={styles.veil!}
    isOpen={isOpen}
    isDismissable={role === 'dialog'}
    onOpenChange={(open) => {
      if (!open) onClose()
    }}
  >
    <Modal className={cx(styles.modal, width === 'wide' && styles.wide, width === 'narrow' && styles.narrow)}>
      <AriaDialog className={styles.dialog!} role={role}>
        <div className={styles.dialogHead}>
          <Heading slot="title" className={styles.dialogTitle!}>
            {title}
          </Heading>
          <IconButton label={closeLabel} onPress={onClose} size="small">
            <X size={16} aria-hidden />
          </IconButton>
        </div>
        <div className={styles.dialogBody} ref={isForm ? toFirstField : null}>{children}</div>
        {footer && <div className={styles.dialogFoot}>{footer}</div>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
