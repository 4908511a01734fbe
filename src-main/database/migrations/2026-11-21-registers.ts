/**
 * The registers of outgoing and incoming documents (发文登记、来文登记). Frozen like every released migration.
 *
 * The frozen DOCX lies in the database and not beside it: number, state, file and list of records then come into being
 * in one transaction, so that a crash leaves all of them or none, and a copy of the database is a copy of the register.
 * What is registered is never changed; triggers say so too, because a number given twice cannot be taken back.
 */
import { type Kysely, sql } from 'kysely'

const stamp = `
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT`

const statements = [
  `CREATE TABLE numberSeries (${stamp},
    code TEXT NOT NULL,
    year INTEGER NOT NULL,
    firstSerial INTEGER NOT NULL CHECK (firstSerial >= 1),
    UNIQUE (code, year)
  ) STRICT`,

  `CREATE TABLE outgoing (${stamp} CHECK (removedAt IS NULL),
    code TEXT NOT NULL,
    year INTEGER NOT NULL,
    serial INTEGER NOT NULL CHECK (serial >= 1),
    documentId TEXT NOT NULL UNIQUE REFERENCES document (id),
    requestId TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('已定稿', '已作废')),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    recipients TEXT NOT NULL,
    finalisedBy TEXT NOT NULL,
    withdrawnAt TEXT,
    withdrawnReason TEXT NOT NULL,
    UNIQUE (code, year, serial),
    CHECK ((state = '已作废') = (withdrawnAt IS NOT NULL)),
    CHECK (state = '已定稿' OR withdrawnReason <> '')
  ) STRICT`,

  // In a table of its own, so that a list of the register does not read the files.
  `CREATE TABLE frozenDocument (
    outgoingId TEXT PRIMARY KEY NOT NULL REFERENCES outgoing (id),
    content TEXT NOT NULL CHECK (json_valid(content)),
    docx BLOB NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    records TEXT NOT NULL CHECK (json_valid(records)),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64)
  ) STRICT`,

  `CREATE TRIGGER outgoingGapless BEFORE INSERT ON outgoing
    WHEN NEW.serial <> coalesce(
      (SELECT max(serial) + 1 FROM outgoing WHERE code = NEW.code AND year = NEW.year),
      (SELECT firstSerial FROM numberSeries WHERE code = NEW.code AND year = NEW.year),
      1)
  BEGIN
    SELECT RAISE(ABORT, 'a number of the register is the next one');
  END`,
  `CREATE TRIGGER outgoingKept BEFORE UPDATE ON outgoing
    WHEN OLD.state = '已作废' OR (NEW.code, NEW.year, NEW.serial, NEW.documentId, NEW.requestId, NEW.title, NEW.createdAt)
      IS NOT (OLD.code, OLD.year, OLD.serial, OLD.documentId, OLD.requestId, OLD.title, OLD.createdAt)
  BEGIN
    SELECT RAISE(ABORT, 'an entry of the register is only ever withdrawn');
  END`,
  `CREATE TRIGGER outgoingNotDeleted BEFORE DELETE ON outgoing BEGIN
    SELECT RAISE(ABORT, 'an entry of the register stays');
  END`,
  `CREATE TRIGGER frozenDocumentKept BEFORE UPDATE ON frozenDocument BEGIN
    SELECT RAISE(ABORT, 'a frozen document stays as it is');
  END`,
  `CREATE TRIGGER frozenDocumentNotDeleted BEFORE DELETE ON frozenDocument BEGIN
    SELECT RAISE(ABORT, 'a frozen document stays');
  END`,
  `CREATE TRIGGER documentFrozen BEFORE UPDATE ON document
    WHEN EXISTS (SELECT 1 FROM outgoing WHERE documentId = OLD.id)
  BEGIN
    SELECT RAISE(ABORT, 'a finalised document stays as it is');
  END`,

  `CREATE TABLE incoming (${stamp},
    year INTEGER NOT NULL,
    serial INTEGER NOT NULL CHECK (serial >= 1),
    receivedOn TEXT NOT NULL,
    sender TEXT NOT NULL,
    senderNumber TEXT NOT NULL,
    title TEXT NOT NULL,
    copies INTEGER CHECK (copies >= 1),
    note TEXT NOT NULL,
    UNIQUE (year, serial)
  ) STRICT`,
]

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export async function up(trx: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx)
}
