// One way to keep or bring back a library: its name, what it is good for, and the acts.
import type { ReactNode } from 'react'
import styles from './copies.module.css'

export const Way = ({ title, note, children }: { title: string; note: string; children?: ReactNode }) => (
  <section className={styles.way} aria-label={title}>
    <h2 className={styles.heading}>{title}</h2>
    <p className={styles.note}>{note}</p>
    {children}
  </section>
)
