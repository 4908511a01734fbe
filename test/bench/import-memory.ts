/**
 * Memory of an import (内存): how far the resident set grows while a long workbook is previewed and taken in. The bound is
 * 400 million bytes above what the program has before; run as a script it measures in a process of its own.
 */
import { execFile } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { workbookOf } from './import.ts'
import { openLedger } from './ledger.ts'
import type { Comparison } from './measure.ts'

/** Bytes. */
const bound = 400_000_000
const every = 10 // milliseconds between two looks

/** Tells the growth; nothing is compared. @throws Error beyond the bound */
export async function benchMemory(rows: number): Promise<Comparison[]> {
  const path = `${import.meta.dirname}/memory-${process.pid}.xlsx`
  writeFileSync(path, await workbookOf(rows))
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, path])
    const growth = Number(stdout)
    const words = `import of ${rows.toLocaleString('en')} rows × 20 columns: memory grew by ${Math.round(growth / 1e6)} MB`
    if (!(growth < bound)) throw new Error(`${words}, more than ${bound / 1e6} MB`)
    console.log(`\n${words}, bound ${bound / 1e6} MB`)
    return []
  } finally {
    rmSync(path)
  }
}

async function growthOf(path: string): Promise<number> {
  const file = new File([readFileSync(path)], '2026年宣讲.xlsx')
  const { api, close } = await openLedger()
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, every)
  await api.imports.preview({ file })
  await api.imports.apply({ file })
  clearInterval(timer)
  await close()
  return most - before
}

if (process.argv[1] === import.meta.filename) process.stdout.write(String(await growthOf(process.argv[2] ?? '')))
