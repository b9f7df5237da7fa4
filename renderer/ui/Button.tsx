// Buttons. A button names its act; one with an icon alone carries the name as label and tooltip.
import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  Link as AriaLink,
  ToggleButton as AriaToggleButton,
  type ButtonProps as AriaButtonProps,
  type LinkProps as AriaLinkProps,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components'
import styles from './controls.module.css'
import { cx } from './cx.ts'
import { Tooltip } from './Tooltip.tsx'

export interface ButtonLook {
  variant?: 'plain' | 'primary' | 'ghost' | 'danger'
  size?: 'normal' | 'small'
}

const look = ({ variant = 'plain', size = 'normal' }: ButtonLook, icon = false) =>
  cx(
    styles.button,
    variant === 'primary' && styles.primary,
    variant === 'ghost' && styles.ghost,
    variant === 'danger' && styles.danger,
    size === 'small' && styles.small,
    icon && styles.icon,
  )

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'>, ButtonLook {
  children: ReactNode
  className?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

/** A button with a word, and perhaps an icon before it. */
export const Button = ({ variant, size, className, ...rest }: ButtonProps) => (
  <AriaButton {...rest} className={cx(look({ ...(variant && { variant }), ...(size && { size }) }), className)} />
)

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'>, ButtonLook {
  /** What it does: read by screen readers and shown as tooltip. */
  label: string
  /** Shown in the tooltip after the label ("Ctrl+K"). */
  keys?: string | undefined
  children: ReactNode
  className?: string | undefined
}

/** A button with an icon alone. */
export const IconButton = ({ label, keys, variant = 'ghost', size, className, children, ...rest }: IconButtonProps) => (
  <Tooltip text={label} keys={keys}>
    <AriaButton {...rest} aria-label={label} className={cx(look({ variant, ...(size && { size }) }, true), className)}>
      {children}
    </AriaButton>
  </Tooltip>
)

export interface ToggleIconButtonProps
  extends Omit<AriaToggleButtonProps, 'className' | 'children' | 'aria-label'>, ButtonLook {
  label: string
  keys?: string | undefined
  children: ReactNode
}

/** An icon that stays pressed (bold, italic, paragraph marks). */
export const ToggleIconButton = ({ label, keys, variant = 'ghost', size, children, ...rest }: ToggleIconButtonProps) => (
  <Tooltip text={label} keys={keys}>
    <AriaToggleButton {...rest} aria-label={label} className={look({ variant, ...(size && { size }) }, true)}>
      {children}
    </AriaToggleButton>
  </Tooltip>
)

export interface LinkProps extends Omit<AriaLinkProps, 'className'> {
  className?: string | undefined
}

/** A quiet text link: with `href` a place, with `onPress` an act. */
export const TextLink = ({ className, ...rest }: LinkProps) => <AriaLink {...rest} className={cx(styles.link, className)} />
