// Four projects: pure and backend code, the contract over every transport, the layers, and attacks that take minutes.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const project = (name: string) => ({
  test: {
    name, root: fileURLToPath(new URL('..', import.meta.url)), include: [`test/${name}/**/*.test.ts`], environment: 'node' as const, testTimeout: 60_000, hookTimeout: 60_000,
    setupFiles: ['test/support/seeds.ts'],
  },
})

export default defineConfig({ test: { projects: ['unit', 'contract', 'architecture', 'prove'].map(project) } })
