import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.test.ts'],
    // Days and times are those of a Chinese office, whatever the machine's zone.
    env: { TZ: 'Asia/Shanghai' },
    testTimeout: 20_000,
  },
})
