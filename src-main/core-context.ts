/** What every call works with: handed on as an argument, never kept in a module. */
import type { Kysely } from 'kysely'
import type { RecordScope } from '../src-shared/record-scope.ts'
import type { Writer } from './database/changes.ts'
import type { Tables } from './database/tables.ts'
import type { HostPort } from './host-port.ts'
import type { Jobs } from './jobs.ts'
import type { KeyRing } from './keys/key-ring.ts'

export type CoreContext = Writer & {
  readonly db: Kysely<Tables>
  readonly dataFolder: string
  /** This office, in bundles. */
  readonly officeId: string
  readonly keys: KeyRing
  /** Who works here: the account of the computer, which is what a register can note without a log-in of its own. */
  readonly operator: string
  /** The day on the office's wall calendar, `YYYY-MM-DD` in local time. */
  readonly today: () => string
  /**
   * Opens what the records in scope are counted on: undefined for this office's own, which the ledger's transaction
   * counts, else a connection to read only on which the tables hold those of every office below it that has reported as well.
   * To be opened before a transaction on the ledger, which it may have to wait for.
   */
  readonly onRecordsOf: <Value>(
    scope: RecordScope,
    work: (records: Kysely<Tables> | undefined) => Promise<Value>,
  ) => Promise<Value>
  readonly host: HostPort
  readonly jobs: Jobs
  /** Notes outside the data how far this installation has come: after every export, and from time to time. */
  readonly keepMark: () => Promise<void>
  /** Goes on under the name that the ledger has been given. A call's own context is a copy, which keeps the old one. */
  readonly goOnAs: (name: { readonly replica: string; readonly epoch: number }) => Promise<void>
  /**
   * Closes the ledger, lets `replace` put another file in its place, and opens that: database and identity of this
   * context are then those of the other one. When `replace` fails the old one is opened again; when `allow`, which
   * sees the ledger at its last moment, throws, nothing is closed.
   */
  readonly replaceLedger: (
    allow: (ledger: Kysely<Tables>) => Promise<void>,
    replace: () => Promise<void>,
  ) => Promise<void>
}
