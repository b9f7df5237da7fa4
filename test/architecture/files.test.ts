// Every source file has one idea, says it in its first line, and stays short enough to be read in one go.
import { expect, test } from 'vitest'
import { filesUnder, readSource } from './sources.ts'

const LIMIT = 450
const FILES = ['shared', 'electron', 'renderer', 'test'].flatMap((folder) => filesUnder(folder, ['.ts', '.tsx', '.mjs', '.css']))

test.each(FILES)('%s starts with a comment', (file) => {
  expect(readSource(file)).toMatch(/^(#!.*\n)?\s*(\/\/|\/\*)/)
})

test.each(FILES)(`%s has at most ${LIMIT} lines`, (file) => {
  expect(readSource(file).trimEnd().split('\n').length).toBeLessThanOrEqual(LIMIT)
})
