import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.test.ts'],
    // Days and times are those of a Chinese office, whatever the machine's zone; marks stay out of the person's profile.
    env: { TZ: 'Asia/Shanghai', XUEXUAN_STATE: join(tmpdir(), 'xuexuan-test-state') },
    testTimeout: 20_000,
  },
})
