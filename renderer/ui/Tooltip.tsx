// A tooltip for controls that show no word, with the keys that do the same.
import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import styles from './overlays.module.css'

export interface TooltipProps {
  text: string
  keys?: string | undefined
  /** The control it explains; it must take focus. */
  children: ReactElement
}

/** Explains the control inside it on hover and on keyboard focus. */
export const Tooltip = ({ text, keys, children }: TooltipProps) => (
  <TooltipTrigger delay={600} closeDelay={60}>
    {children}
    <AriaTooltip offset={6} className={styles.tooltip!}>
      {text}
      {keys && <kbd>{keys}</kbd>}
    </AriaTooltip>
  </TooltipTrigger>
)
