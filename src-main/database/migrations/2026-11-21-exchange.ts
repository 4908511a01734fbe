/**
 * What bundles need beside the records: who the other offices are, what came from them and was decided about it, what
 * they said about ours. Frozen once released.
 */
import { type Kysely, sql } from 'kysely'

const statements = [
  // 往来单位. A subordinate's `parentId` is the office between it and us; null when it stands directly under us.
  `CREATE TABLE peer (
    officeId TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    divisionCode TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('上级', '下级')),
    parentId TEXT REFERENCES peer (officeId),
    addedAt TEXT NOT NULL,
    removedAt TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX peerByParent ON peer (parentId)`,

  `CREATE TABLE peerKey (
    keyId TEXT PRIMARY KEY NOT NULL CHECK (length(keyId) = 64),
    officeId TEXT NOT NULL REFERENCES peer (officeId),
    signingKey TEXT NOT NULL CHECK (length(signingKey) = 64),
    recipient TEXT NOT NULL,
    -- The key card as it came.
    card TEXT NOT NULL CHECK (json_valid(card)),
    state TEXT NOT NULL CHECK (state IN ('使用中', '已更换', '已吊销')),
    acceptedAt TEXT NOT NULL,
    endedAt TEXT,
    reason TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX peerKeyByOffice ON peerKey (officeId)`,

  // What was received and counts, unless undone: the received database is drawn from these.
  `CREATE TABLE archivedBundle (
    bundleId TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    officeId TEXT NOT NULL,
    keyId TEXT NOT NULL,
    -- Offices that passed it on, as JSON.
    via TEXT NOT NULL CHECK (json_valid(via)),
    replica TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    manifestHash TEXT NOT NULL CHECK (length(manifestHash) = 64),
    manifest TEXT NOT NULL CHECK (json_valid(manifest)),
    isFork INTEGER NOT NULL CHECK (isFork IN (0, 1)),
    receivedAt TEXT NOT NULL,
    -- null while volumes are missing or it waits for a decision.
    importedAt TEXT,
    importedBy TEXT NOT NULL,
    -- Order in which it was taken in; what a rebuild follows.
    position INTEGER UNIQUE,
    undoneAt TEXT
  ) STRICT`,
  `CREATE INDEX archivedBundleByOffice ON archivedBundle (officeId, receivedAt)`,
  `CREATE INDEX archivedBundleInOrder ON archivedBundle (officeId, replica, epoch, seq)`,
  // Which bundles count, without reading their manifests.
  `CREATE INDEX countedBundle ON archivedBundle (bundleId, officeId, position)
    WHERE importedAt IS NOT NULL AND undoneAt IS NULL`,

  `CREATE TABLE archivedVolume (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
    bundleId TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    volumes INTEGER NOT NULL CHECK (volumes >= number),
    fileName TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    receivedAt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX archivedVolumeByBundle ON archivedVolume (bundleId, number)`,

  // 接收日志: what was taken in, refused, undone; nothing is read from it but by people.
  `CREATE TABLE intakeEntry (
    id TEXT PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('收下', '拒收', '警报', '导入', '撤销', '移出')),
    officeId TEXT NOT NULL,
    bundleId TEXT NOT NULL,
    fileName TEXT NOT NULL,
    words TEXT NOT NULL
  ) STRICT`,

  // 退回: the upper level's clerk sends a record back in words of her own, at the version that she saw.
  `CREATE TABLE rowReturn (
    id TEXT PRIMARY KEY NOT NULL,
    officeId TEXT NOT NULL,
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    version INTEGER NOT NULL,
    field TEXT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    withdrawnAt TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX rowReturnByOffice ON rowReturn (officeId, tableName, rowId)`,

  // 已验: this office's records of the notice and period were looked at in the state that the root names.
  `CREATE TABLE approval (
    officeId TEXT NOT NULL,
    -- Empty when it is for the period alone.
    noticeId TEXT NOT NULL,
    periodFrom TEXT NOT NULL,
    periodTo TEXT NOT NULL,
    root TEXT NOT NULL,
    -- As they were then, to tell what has changed since.
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    -- Of the newest bundle that was taken in then.
    position INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (officeId, noticeId, periodFrom, periodTo)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE issuedReceipt (
    receiptId TEXT PRIMARY KEY NOT NULL,
    officeId TEXT NOT NULL,
    bundleId TEXT NOT NULL,
    seq INTEGER NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    checkCode TEXT NOT NULL,
    -- Counts of what it answered (receipts/due-receipts.ts): when they differ another one is due.
    answered TEXT NOT NULL,
    issuedAt TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX issuedReceiptByBundle ON issuedReceipt (bundleId)`,

  `CREATE TABLE acceptedReceipt (
    receiptId TEXT PRIMARY KEY NOT NULL,
    officeId TEXT NOT NULL,
    bundleId TEXT NOT NULL,
    replica TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    -- The last change of ours that the sender of the receipt has; later bundles begin behind it.
    toChange INTEGER NOT NULL,
    -- With these and the number two receipts of one issuer are put in order.
    issuerReplica TEXT NOT NULL,
    issuerEpoch INTEGER NOT NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    checkCode TEXT NOT NULL,
    -- SHA-256 under which the file lies in the content store: rows to be pulled back are in it.
    file TEXT NOT NULL CHECK (length(file) = 64),
    issuedAt TEXT NOT NULL,
    acceptedAt TEXT NOT NULL,
    -- When the rows that the issuer holds and we lacked were taken over.
    pulledAt TEXT
  ) STRICT`,
  `CREATE INDEX acceptedReceiptByOffice ON acceptedReceipt (officeId, replica, epoch)`,

  // Receipts of the level above for offices below us, which wait to be passed down.
  `CREATE TABLE passingReceipt (
    receiptId TEXT PRIMARY KEY NOT NULL,
    issuerId TEXT NOT NULL,
    toOfficeId TEXT NOT NULL,
    -- The bundle of that office that it answers.
    bundleId TEXT NOT NULL,
    state TEXT NOT NULL,
    checkCode TEXT NOT NULL,
    file TEXT NOT NULL CHECK (length(file) = 64),
    arrivedAt TEXT NOT NULL,
    passedAt TEXT
  ) STRICT`,
  `CREATE INDEX passingReceiptByBundle ON passingReceipt (bundleId, issuerId)`,

  // Bundles of offices below us that were passed on to one above.
  `CREATE TABLE passedBundle (
    bundleId TEXT NOT NULL,
    recipientId TEXT NOT NULL,
    passedAt TEXT NOT NULL,
    PRIMARY KEY (bundleId, recipientId)
  ) STRICT, WITHOUT ROWID`,

  // What the level above has said about a row, at the version that it saw.
  `CREATE TABLE acknowledgement (
    officeId TEXT NOT NULL,
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    version INTEGER NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('已收', '退回', '冲突', '暂存')),
    rule TEXT NOT NULL,
    field TEXT NOT NULL,
    words TEXT NOT NULL,
    receiptId TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (tableName, rowId, officeId)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX acknowledgementByResult ON acknowledgement (result) WHERE result <> '已收'`,

  // Two values for one field of one row, from changes that did not know of each other.
  `CREATE TABLE conflict (
    id TEXT PRIMARY KEY NOT NULL,
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    -- Empty for a row that cannot stand beside another one (same number, same name).
    field TEXT NOT NULL,
    kept TEXT NOT NULL CHECK (json_valid(kept)),
    other TEXT NOT NULL CHECK (json_valid(other)),
    -- Stamps of the two changes, as JSON.
    keptStamp TEXT NOT NULL CHECK (json_valid(keptStamp)),
    otherStamp TEXT NOT NULL CHECK (json_valid(otherStamp)),
    bundleId TEXT NOT NULL,
    foundAt TEXT NOT NULL,
    settledAt TEXT,
    settledBy TEXT NOT NULL,
    -- Of two rows with one name or number the one that kept it.
    rivalId TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE INDEX conflictByRow ON conflict (tableName, rowId)`,
  `CREATE INDEX openConflict ON conflict (foundAt) WHERE settledAt IS NULL`,

  `ALTER TABLE exportedBundle ADD COLUMN kind TEXT NOT NULL DEFAULT 'report'`,
  `ALTER TABLE exportedBundle ADD COLUMN recipientId TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE exportedBundle ADD COLUMN noticeId TEXT NOT NULL DEFAULT ''`,
  // The changes that it carries: behind the first, up to the last.
  `ALTER TABLE exportedBundle ADD COLUMN fromChange INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE exportedBundle ADD COLUMN toChange INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE exportedBundle ADD COLUMN root TEXT NOT NULL DEFAULT ''`,
  // Files of it: name, bytes and SHA-256 of each volume, as JSON.
  `ALTER TABLE exportedBundle ADD COLUMN volumes TEXT NOT NULL DEFAULT '[]'`,
  // As it was signed; empty for a bundle of format 1.
  `ALTER TABLE exportedBundle ADD COLUMN manifest TEXT NOT NULL DEFAULT ''`,

  // Where this database was last opened: a copy on another PC or in another folder is another replica.
  `ALTER TABLE installation ADD COLUMN machine TEXT NOT NULL DEFAULT ''`,
  // Why it goes on under another name; until the clerk has read it.
  `ALTER TABLE installation ADD COLUMN notice TEXT NOT NULL DEFAULT ''`,

  // Fields and members of a row that only a newer program knows: kept and sent on.
  `CREATE TABLE unknownField (
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    PRIMARY KEY (tableName, rowId)
  ) STRICT, WITHOUT ROWID`,

  // Other PCs of this office whose bundles were taken in, and the files that they have.
  `CREATE TABLE otherPc (
    replica TEXT PRIMARY KEY NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    bundleId TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    takenAt TEXT NOT NULL,
    -- SHA-256 of each, as JSON.
    contents TEXT NOT NULL CHECK (json_valid(contents))
  ) STRICT, WITHOUT ROWID`,

  // An entry that two PCs withdrew still takes the stamps of both; what it says of the document never changes.
  'DROP TRIGGER outgoingKept',
  `CREATE TRIGGER outgoingKept BEFORE UPDATE ON outgoing
    WHEN (OLD.state = '已作废' AND NEW.state <> '已作废')
      OR (NEW.code, NEW.year, NEW.serial, NEW.documentId, NEW.requestId, NEW.title, NEW.createdAt)
      IS NOT (OLD.code, OLD.year, OLD.serial, OLD.documentId, OLD.requestId, OLD.title, OLD.createdAt)
  BEGIN
    SELECT RAISE(ABORT, 'an entry of the register is only ever withdrawn');
  END`,

  // A row with all its changes is what a bundle carries.
  `CREATE INDEX changeByRow ON change (rowId, version)`,
]

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export async function up(trx: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx)
}
