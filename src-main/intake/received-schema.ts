/**
 * What the received database (接收库) has beyond the tables of a ledger: whose a row is, and what taking bundles in has
 * found. It is derived, so it is never migrated: with another schema it is thrown away and drawn anew.
 */
import type { Generated } from 'kysely'
import type { StampedTable } from '../database/tables.ts'
import { reportedTables } from '../sync/reported-tables.ts'

export type ReceivedTables = {
  /** One row, written last: a database without it was not finished. */
  received: {
    readonly id: 1
    readonly schemaName: string
    /** Up to which change of which replica the office's own rows stand here, and under which office. */
    readonly ownOffice: Generated<string>
    readonly ownReplica: Generated<string>
    readonly ownEpoch: Generated<number>
    readonly ownTo: Generated<number>
  }
  appliedBundle: {
    readonly bundleId: string
    readonly officeId: string
    readonly position: number
    readonly appliedAt: string
    /** BundleEffect as JSON. */
    readonly effect: string
  }
  officeFigures: {
    readonly officeId: string
    readonly periodFrom: string
    readonly periodTo: string
    /** The version of the program, whose rules may count otherwise. */
    readonly app: string
    /** PeriodFigures as JSON. */
    readonly content: string
  }
  /** 隔离、暂存: rows of a bundle that do not stand in their tables, or not as it says. */
  heldRow: {
    readonly bundleId: string
    readonly officeId: string
    readonly tableName: StampedTable
    readonly rowId: string
    readonly version: number
    readonly result: '退回' | '暂存'
    readonly rule: string
    readonly field: string
    readonly words: string
    /** The row as it came. */
    readonly line: string
    /** The bundle that brought it in order; null while it is not. */
    readonly settledBy: string | null
  }
}

/** Raised when the statements below change: databases drawn by other ones are thrown away. */
const edition = 3
export const receivedSchemaName = (ledgerSchema: string) => `${ledgerSchema}#${edition}`

export const receivedStatements: readonly string[] = [
  ...reportedTables.map((table) => `ALTER TABLE ${table} ADD COLUMN officeId TEXT NOT NULL DEFAULT ''`),
  `ALTER TABLE lectureUnion ADD COLUMN officeId TEXT NOT NULL DEFAULT ''`,

  // Whose numbers and names must not stand twice is for each office to see to; two of them may well agree.
  'DROP INDEX grassrootsUnionByName',
  'DROP INDEX grassrootsUnionByStatisticsCode',
  'DROP INDEX studyByType',
  'CREATE INDEX grassrootsUnionByOffice ON grassrootsUnion (officeId, name)',
  'CREATE INDEX grassrootsUnionBySuccessor ON grassrootsUnion (successorId) WHERE successorId IS NOT NULL',
  'CREATE INDEX officeByOffice ON office (officeId)',
  'CREATE INDEX unionActByOffice ON unionAct (officeId)',
  'CREATE INDEX stayByOffice ON stay (officeId, "to")',
  'CREATE INDEX studyByOffice ON study (officeId, date)',
  'CREATE INDEX lectureByOffice ON lecture (officeId, date)',
  'CREATE INDEX activityByOffice ON activity (officeId, date)',
  'CREATE INDEX attachmentByOffice ON attachment (officeId)',
  'CREATE INDEX answerByOffice ON answer (officeId)',

  'DROP TRIGGER lectureUnionAdded',
  'DROP TRIGGER lectureUnionChanged',
  `CREATE TRIGGER lectureUnionAdded AFTER INSERT ON lecture WHEN NEW.unionIds <> '[]' BEGIN
    INSERT INTO lectureUnion SELECT DISTINCT NEW.id, value, NEW.officeId FROM json_each(NEW.unionIds);
  END`,
  `CREATE TRIGGER lectureUnionChanged AFTER UPDATE OF unionIds ON lecture WHEN NEW.unionIds <> OLD.unionIds BEGIN
    DELETE FROM lectureUnion WHERE lectureId = NEW.id;
    INSERT INTO lectureUnion SELECT DISTINCT NEW.id, value, NEW.officeId FROM json_each(NEW.unionIds);
  END`,

  `CREATE TABLE received (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    schemaName TEXT NOT NULL,
    ownOffice TEXT NOT NULL DEFAULT '',
    ownReplica TEXT NOT NULL DEFAULT '',
    ownEpoch INTEGER NOT NULL DEFAULT 0,
    ownTo INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  `CREATE TABLE appliedBundle (
    bundleId TEXT PRIMARY KEY NOT NULL,
    officeId TEXT NOT NULL,
    position INTEGER NOT NULL,
    appliedAt TEXT NOT NULL,
    effect TEXT NOT NULL CHECK (json_valid(effect))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX appliedBundleByOffice ON appliedBundle (officeId, position)',
  `CREATE TABLE heldRow (
    bundleId TEXT NOT NULL,
    officeId TEXT NOT NULL,
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    version INTEGER NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('退回', '暂存')),
    rule TEXT NOT NULL,
    field TEXT NOT NULL,
    words TEXT NOT NULL,
    line TEXT NOT NULL,
    settledBy TEXT,
    PRIMARY KEY (bundleId, tableName, rowId)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX heldRowByRow ON heldRow (rowId) WHERE settledBy IS NULL',
  'CREATE INDEX heldRowByOffice ON heldRow (officeId) WHERE settledBy IS NULL',

  // What an office has in a period (office-figures.ts), as long as its rows stand.
  `CREATE TABLE officeFigures (
    officeId TEXT NOT NULL,
    periodFrom TEXT NOT NULL,
    periodTo TEXT NOT NULL,
    app TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    PRIMARY KEY (officeId, periodFrom, periodTo)
  ) STRICT, WITHOUT ROWID`,

  // What the desk has counted of each office, as long as its basis is the same (desk/count-offices.ts).
  `CREATE TABLE deskCount (
    officeId TEXT NOT NULL,
    noticeId TEXT NOT NULL,
    periodFrom TEXT NOT NULL,
    periodTo TEXT NOT NULL,
    basis TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    PRIMARY KEY (officeId, noticeId, periodFrom, periodTo)
  ) STRICT, WITHOUT ROWID`,
]

/**
 * `answer` once more without its references and without the rule that one requirement and record have one answer: the
 * requirement stands in the ledger, and two branches of one office may both have answered.
 */
export function looseAnswer(statement: string): string {
  return statement.replace(/ REFERENCES requirement \(id\)/u, '').replace(/,\s*UNIQUE \([^)]*\)/u, '')
}
