// A dialog around one act: done by its main button or by a form inside, or left by the other one.
import { useEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import { Dialog, type DialogProps } from './Dialog.tsx'

export interface ActDialogProps extends Omit<DialogProps, 'isOpen' | 'footer' | 'role'> {
  /** Names the act. */
  act: string
  cancelLabel: string
  isDisabled?: boolean
  /** What is done cannot be taken back. */
  isFinal?: boolean
  /** What the button does, or the id of the form that it submits. */
  onAct: (() => void) | { form: string }
}

/** Open as long as it is rendered. */
export const ActDialog = ({ act, cancelLabel, isDisabled = false, isFinal = false, onAct, ...dialog }: ActDialogProps) => {
  const button = useKeptFocus(isDisabled)
  return (
    <Dialog
      {...dialog}
      isOpen
      footer={
        <>
          <Button
            ref={button}
            variant={isFinal ? 'danger' : 'primary'}
            isDisabled={isDisabled}
            {...(typeof onAct === 'function' ? { onPress: onAct } : { type: 'submit', form: onAct.form })}
          >
            {act}
          </Button>
          <Button onPress={dialog.onClose}>{cancelLabel}</Button>
        </>
      }
    />
  )
}

/** The keyboard stays at a button that is disabled while its act is under way, where it went nowhere else meanwhile. */
function useKeptFocus(isDisabled: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const wasDisabled = useRef(false)
  useEffect(() => {
    if (!isDisabled && wasDisabled.current && document.activeElement === document.body) button.current?.focus()
    wasDisabled.current = isDisabled
  }, [isDisabled])
  return button
}
