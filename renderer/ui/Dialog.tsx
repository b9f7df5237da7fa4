// A modal dialog: title, body, row of buttons. Escape and the cross close it.
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './Button.tsx'
import { cx } from './cx.ts'
import { X } from './icons.ts'
import styles from './overlays.module.css'

export interface DialogSheetProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** Name of the cross. */
  closeLabel: string
  children: ReactNode
  width?: 'narrow' | 'normal' | 'wide'
  role?: 'dialog' | 'alertdialog'
}

export interface DialogProps extends DialogSheetProps {
  /** Buttons, the main one first. */
  footer?: ReactNode
  /** The caret goes into the first field. */
  isForm?: boolean
}

/** A dialog whose content brings its own body and buttons: they may be replaced while the dialog, and the keyboard in it, stays. */
export const DialogSheet = ({
  title,
  isOpen,
  onClose,
  closeLabel,
  children,
  width = 'normal',
  role = 'dialog',
}: DialogSheetProps) => (
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
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)

const toFirstField = (body: HTMLElement | null) => body?.querySelector<HTMLElement>('input, textarea')?.focus()

export const DialogBody = ({ isForm = false, children }: { isForm?: boolean; children: ReactNode }) => (
  <div className={styles.dialogBody} ref={isForm ? toFirstField : null}>{children}</div>
)

export const DialogFoot = ({ children }: { children: ReactNode }) => <div className={styles.dialogFoot}>{children}</div>

/** A dialog shown while `isOpen`. */
export const Dialog = ({ children, footer, isForm = false, ...sheet }: DialogProps) => (
  <DialogSheet {...sheet}>
    <DialogBody isForm={isForm}>{children}</DialogBody>
    {footer && <DialogFoot>{footer}</DialogFoot>}
  </DialogSheet>
)
