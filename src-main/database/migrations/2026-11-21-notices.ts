/**
 * The notice and what hangs on it (通知、要求、印证、安排), light records (宣传文化研究典型), settings, imports. Frozen once released.
 */
import { type Kysely, sql } from 'kysely'

const stamp = `
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT`

const json = (column: string) => `${column} TEXT NOT NULL CHECK (json_valid(${column}))`

const statements = [
  `CREATE TABLE setting (${stamp},
    key TEXT NOT NULL UNIQUE,
    ${json('value')}
  ) STRICT`,

  // How a finalised document is laid out, for its preview; unknown for those of before.
  'ALTER TABLE frozenDocument ADD COLUMN layout TEXT CHECK (layout IS NULL OR json_valid(layout))',

  `CREATE TABLE notice (${stamp},
    incomingId TEXT NOT NULL REFERENCES incoming (id),
    issuer TEXT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    ${json('recipients')},
    date TEXT,
    ${json('copyTo')},
    printer TEXT NOT NULL,
    printedOn TEXT,
    copies INTEGER CHECK (copies >= 1),
    ${json('document')},
    catalogueNumber TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE requirement (${stamp},
    noticeId TEXT NOT NULL REFERENCES notice (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    quote TEXT NOT NULL,
    ${json('place')},
    ${json('actors')},
    ${json('audiences')},
    ${json('forms')},
    ${json('venues')},
    ${json('minimum')},
    ${json('window')},
    ${json('report')},
    ${json('produces')},
    state TEXT NOT NULL,
    source TEXT NOT NULL,
    code TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX requirementOfNotice ON requirement (noticeId, position)',

  `CREATE TABLE answer (${stamp},
    requirementId TEXT NOT NULL REFERENCES requirement (id),
    recordKind TEXT NOT NULL CHECK (recordKind IN ('study', 'lecture', 'stay', 'activity')),
    recordId TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('采用', '不采用')),
    UNIQUE (requirementId, recordKind, recordId)
  ) STRICT`,
  'CREATE INDEX answerOfRecord ON answer (recordId)',
  // A requirement asks for the sessions of a type within a time.
  'CREATE INDEX studyByType ON study (type, date) WHERE removedAt IS NULL',

  // What is planned; what was held is a record of its own.
  `CREATE TABLE arrangement (${stamp},
    noticeId TEXT NOT NULL REFERENCES notice (id),
    requirementId TEXT REFERENCES requirement (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL,
    time TEXT NOT NULL,
    place TEXT NOT NULL,
    speakerKind TEXT NOT NULL,
    speaker TEXT NOT NULL,
    topic TEXT NOT NULL,
    audience TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX arrangementOfNotice ON arrangement (noticeId, position)',

  `CREATE TABLE noticeDocument (${stamp},
    noticeId TEXT NOT NULL REFERENCES notice (id),
    documentId TEXT NOT NULL UNIQUE REFERENCES document (id),
    role TEXT NOT NULL,
    zeroReason TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX documentOfNotice ON noticeDocument (noticeId)',

  `CREATE TABLE explanation (${stamp},
    noticeId TEXT NOT NULL REFERENCES notice (id),
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (noticeId, rule, subject)
  ) STRICT`,

  `CREATE TABLE activity (${stamp},
    date TEXT NOT NULL,
    kind TEXT NOT NULL,
    genre TEXT NOT NULL,
    title TEXT NOT NULL,
    organiser TEXT NOT NULL,
    medium TEXT NOT NULL,
    count INTEGER CHECK (count >= 0),
    unit TEXT NOT NULL,
    participants INTEGER CHECK (participants >= 0),
    ${json('unionIds')},
    outcome TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX activityByDate ON activity (date) WHERE removedAt IS NULL',

  // Imports of this replica; the records themselves are in their registers.
  `CREATE TABLE importRun (
    id TEXT PRIMARY KEY NOT NULL,
    fileName TEXT NOT NULL,
    at TEXT NOT NULL,
    added INTEGER NOT NULL CHECK (added >= 0),
    changed INTEGER NOT NULL CHECK (changed >= 0),
    undoneAt TEXT
  ) STRICT`,
  `CREATE TABLE importedRow (
    runId TEXT NOT NULL REFERENCES importRun (id),
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update')),
    version INTEGER NOT NULL CHECK (version >= 1),
    PRIMARY KEY (runId, rowId)
  ) STRICT`,
]

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export async function up(trx: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx)
}
