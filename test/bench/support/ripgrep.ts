// ripgrep over the plain text of a library: how long it takes to count the lines that hold some words.
import { spawnSync } from 'node:child_process'
import { timed } from './bench.ts'

export const hasRipgrep = (): boolean => spawnSync('rg', ['--version']).status === 0

/** Milliseconds for each of the words, as they stand or in any case. */
export const byRipgrep = (how: 'F' | 'i', words: readonly string[], plain: string): number[] =>
  words.map((word) => timed(() => spawnSync('rg', [`-${how}`, '-c', '--', word, plain])))
