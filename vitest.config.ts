import { defineConfig } from 'vitest/config'

const layer = (name: string, options: { slow?: boolean } = {}) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: options.slow ? 240_000 : 30_000,
    hookTimeout: options.slow ? 240_000 : 30_000,
    fileParallelism: !options.slow,
  },
})

/** One project per test layer (see docs/architecture.md), so that `vitest --project unit` runs just that layer. */
export default defineConfig({
  test: {
    projects: [
      layer('unit'),
      layer('property'),
      layer('conformance'),
      layer('sim'),
      layer('arch'),
      layer('e2e', { slow: true }),
      layer('oracle', { slow: true }),
    ],
  },
})
