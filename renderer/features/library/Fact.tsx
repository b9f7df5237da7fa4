// One thing that is known about a declaration: its name and what it is.
import type { ReactNode } from 'react'
import styles from './reading.module.css'

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
