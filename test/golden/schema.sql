CREATE TABLE acceptedReceipt (
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
  ) STRICT;

CREATE TABLE acknowledgement (
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
  ) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    date TEXT NOT NULL,
    kind TEXT NOT NULL,
    genre TEXT NOT NULL,
    title TEXT NOT NULL,
    organiser TEXT NOT NULL,
    medium TEXT NOT NULL,
    count INTEGER CHECK (count >= 0),
    unit TEXT NOT NULL,
    participants INTEGER CHECK (participants >= 0),
    unionIds TEXT NOT NULL CHECK (json_valid(unionIds)),
    outcome TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;

CREATE TABLE answer (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    requirementId TEXT NOT NULL REFERENCES requirement (id),
    recordKind TEXT NOT NULL CHECK (recordKind IN ('study', 'lecture', 'stay', 'activity')),
    recordId TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('采用', '不采用')),
    UNIQUE (requirementId, recordKind, recordId)
  ) STRICT;

CREATE TABLE approval (
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
  ) STRICT, WITHOUT ROWID;

CREATE TABLE archivedBundle (
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
  ) STRICT;

CREATE TABLE archivedVolume (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
    bundleId TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    volumes INTEGER NOT NULL CHECK (volumes >= number),
    fileName TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    receivedAt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

CREATE TABLE arrangement (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
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
  ) STRICT;

CREATE TABLE attachment (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    replica TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    removedAt TEXT,
    recordKind TEXT NOT NULL,
    recordId TEXT NOT NULL,
    role TEXT NOT NULL,
    fileName TEXT NOT NULL,
    mediaType TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    -- Of the original, with its place of taking removed.
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    -- Of the upright, smaller picture that is shown, printed and sent; null for what is no picture.
    viewSha256 TEXT CHECK (length(viewSha256) = 64),
    width INTEGER CHECK (width > 0),
    height INTEGER CHECK (height > 0),
    -- Quarters clockwise by hand, beside what the camera noted.
    turns INTEGER NOT NULL CHECK (turns BETWEEN 0 AND 3),
    takenOn TEXT,
    caption TEXT NOT NULL,
    position INTEGER NOT NULL
  ) STRICT;

CREATE TABLE cadre (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    department TEXT NOT NULL,
    standing TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;

CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'remove', 'restore')),
    version INTEGER NOT NULL,
    replica TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    at TEXT NOT NULL,
    old TEXT CHECK (old IS NULL OR json_valid(old))
  ) STRICT;

CREATE TABLE conflict (
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
  ) STRICT;

CREATE TABLE document (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    title TEXT NOT NULL,
    number TEXT NOT NULL,
    periodFrom TEXT NOT NULL,
    periodTo TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content))
  ) STRICT;

CREATE TABLE draft (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value)),
    updatedAt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

CREATE TABLE explanation (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    noticeId TEXT NOT NULL REFERENCES notice (id),
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (noticeId, rule, subject)
  ) STRICT;

CREATE TABLE exportedBundle (
    bundleId TEXT PRIMARY KEY NOT NULL,
    replica TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    fileName TEXT NOT NULL,
    periodFrom TEXT NOT NULL,
    periodTo TEXT NOT NULL,
    counts TEXT NOT NULL CHECK (json_valid(counts)),
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    createdAt TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'report', recipientId TEXT NOT NULL DEFAULT '', noticeId TEXT NOT NULL DEFAULT '', fromChange INTEGER NOT NULL DEFAULT 0, toChange INTEGER NOT NULL DEFAULT 0, root TEXT NOT NULL DEFAULT '', volumes TEXT NOT NULL DEFAULT '[]', manifest TEXT NOT NULL DEFAULT '',
    UNIQUE (replica, epoch, seq)
  ) STRICT;

CREATE TABLE frozenDocument (
    outgoingId TEXT PRIMARY KEY NOT NULL REFERENCES outgoing (id),
    content TEXT NOT NULL CHECK (json_valid(content)),
    docx BLOB NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    records TEXT NOT NULL CHECK (json_valid(records)),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64)
  , layout TEXT CHECK (layout IS NULL OR json_valid(layout))) STRICT;

CREATE TABLE grassrootsUnion (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    township TEXT NOT NULL,
    industry TEXT NOT NULL,
    members INTEGER CHECK (members >= 0),
    staff INTEGER CHECK (staff >= 0),
    code TEXT NOT NULL,
    note TEXT NOT NULL
  , statisticsCode TEXT NOT NULL DEFAULT '', parentId TEXT REFERENCES grassrootsUnion (id), chair TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', foundedOn TEXT, endedOn TEXT, ending TEXT NOT NULL DEFAULT ''
    CHECK ((ending = '') = (endedOn IS NULL) AND ending IN ('', '撤销', '合并', '分设')), successorId TEXT REFERENCES grassrootsUnion (id), originId TEXT REFERENCES grassrootsUnion (id), formerNames TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(formerNames))) STRICT;

CREATE TABLE importMapping (
    layout TEXT PRIMARY KEY NOT NULL,
    kind TEXT,
    source TEXT NOT NULL,
    columns TEXT NOT NULL CHECK (json_valid(columns)),
    updatedAt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

CREATE TABLE importRun (
    id TEXT PRIMARY KEY NOT NULL,
    fileName TEXT NOT NULL,
    at TEXT NOT NULL,
    added INTEGER NOT NULL CHECK (added >= 0),
    changed INTEGER NOT NULL CHECK (changed >= 0),
    undoneAt TEXT
  ) STRICT;

CREATE TABLE importedRow (
    runId TEXT NOT NULL REFERENCES importRun (id),
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update')),
    version INTEGER NOT NULL CHECK (version >= 1),
    PRIMARY KEY (runId, rowId)
  ) STRICT;

CREATE TABLE incoming (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    year INTEGER NOT NULL,
    serial INTEGER NOT NULL CHECK (serial >= 1),
    receivedOn TEXT NOT NULL,
    sender TEXT NOT NULL,
    senderNumber TEXT NOT NULL,
    title TEXT NOT NULL,
    copies INTEGER CHECK (copies >= 1),
    note TEXT NOT NULL,
    UNIQUE (year, serial)
  ) STRICT;

CREATE TABLE installation (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    officeId TEXT NOT NULL,
    replica TEXT NOT NULL,
    epoch INTEGER NOT NULL CHECK (epoch >= 1),
    publicKey TEXT NOT NULL,
    createdAt TEXT NOT NULL
  , machine TEXT NOT NULL DEFAULT '', notice TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE intakeEntry (
    id TEXT PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('收下', '拒收', '警报', '导入', '撤销', '移出')),
    officeId TEXT NOT NULL,
    bundleId TEXT NOT NULL,
    fileName TEXT NOT NULL,
    words TEXT NOT NULL
  ) STRICT;

CREATE TABLE issuedReceipt (
    receiptId TEXT PRIMARY KEY NOT NULL,
    officeId TEXT NOT NULL,
    bundleId TEXT NOT NULL,
    seq INTEGER NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    checkCode TEXT NOT NULL,
    -- Counts of what it answered (receipts/due-receipts.ts): when they differ another one is due.
    answered TEXT NOT NULL,
    issuedAt TEXT NOT NULL
  ) STRICT;

CREATE TABLE lecture (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    date TEXT NOT NULL,
    durationMinutes INTEGER CHECK (durationMinutes >= 0),
    topic TEXT NOT NULL,
    modes TEXT NOT NULL CHECK (json_valid(modes)),
    speakers TEXT NOT NULL CHECK (json_valid(speakers)),
    team TEXT NOT NULL,
    organiser TEXT NOT NULL,
    occasion TEXT NOT NULL,
    delivery TEXT NOT NULL,
    venueType TEXT NOT NULL,
    place TEXT NOT NULL,
    unionIds TEXT NOT NULL CHECK (json_valid(unionIds)),
    audienceOnSite INTEGER CHECK (audienceOnSite >= 0),
    audienceOnline INTEGER CHECK (audienceOnline >= 0),
    clicks INTEGER CHECK (clicks >= 0),
    strata TEXT NOT NULL CHECK (json_valid(strata)),
    questionsAnswered INTEGER CHECK (questionsAnswered >= 0),
    reactions TEXT NOT NULL,
    stayId TEXT REFERENCES stay (id),
    note TEXT NOT NULL
  , level TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE lectureTeam (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    name TEXT NOT NULL,
    leader TEXT NOT NULL,
    foundedOn TEXT,
    note TEXT NOT NULL
  ) STRICT;

CREATE TABLE lectureUnion (
    lectureId TEXT NOT NULL REFERENCES lecture (id),
    unionId TEXT NOT NULL REFERENCES grassrootsUnion (id),
    PRIMARY KEY (lectureId, unionId)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE lecturer (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    kind TEXT NOT NULL,
    team TEXT NOT NULL,
    topics TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;

CREATE TABLE material (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    publishedOn TEXT,
    note TEXT NOT NULL
  ) STRICT;

CREATE TABLE notice (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    incomingId TEXT NOT NULL REFERENCES incoming (id),
    issuer TEXT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    recipients TEXT NOT NULL CHECK (json_valid(recipients)),
    date TEXT,
    copyTo TEXT NOT NULL CHECK (json_valid(copyTo)),
    printer TEXT NOT NULL,
    printedOn TEXT,
    copies INTEGER CHECK (copies >= 1),
    document TEXT NOT NULL CHECK (json_valid(document)),
    catalogueNumber TEXT NOT NULL
  ) STRICT;

CREATE TABLE noticeDocument (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    noticeId TEXT NOT NULL REFERENCES notice (id),
    documentId TEXT NOT NULL UNIQUE REFERENCES document (id),
    role TEXT NOT NULL,
    zeroReason TEXT NOT NULL
  ) STRICT;

CREATE TABLE numberSeries (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    code TEXT NOT NULL,
    year INTEGER NOT NULL,
    firstSerial INTEGER NOT NULL CHECK (firstSerial >= 1),
    UNIQUE (code, year)
  ) STRICT;

CREATE TABLE office (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    name TEXT NOT NULL,
    mark TEXT NOT NULL,
    documentCode TEXT NOT NULL,
    superior TEXT NOT NULL,
    divisionCode TEXT NOT NULL,
    signer TEXT NOT NULL,
    unitHead TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    contact TEXT NOT NULL,
    phone TEXT NOT NULL,
    printer TEXT NOT NULL
  ) STRICT;

CREATE TABLE otherPc (
    replica TEXT PRIMARY KEY NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    bundleId TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    takenAt TEXT NOT NULL,
    -- SHA-256 of each, as JSON.
    contents TEXT NOT NULL CHECK (json_valid(contents))
  ) STRICT, WITHOUT ROWID;

CREATE TABLE outgoing (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT CHECK (removedAt IS NULL),
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
  ) STRICT;

CREATE TABLE passedBundle (
    bundleId TEXT NOT NULL,
    recipientId TEXT NOT NULL,
    passedAt TEXT NOT NULL,
    PRIMARY KEY (bundleId, recipientId)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE passingReceipt (
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
  ) STRICT;

CREATE TABLE peer (
    officeId TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    divisionCode TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('上级', '下级')),
    parentId TEXT REFERENCES peer (officeId),
    addedAt TEXT NOT NULL,
    removedAt TEXT
  ) STRICT, WITHOUT ROWID;

CREATE TABLE peerKey (
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
  ) STRICT, WITHOUT ROWID;

CREATE TABLE requirement (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    noticeId TEXT NOT NULL REFERENCES notice (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    quote TEXT NOT NULL,
    place TEXT NOT NULL CHECK (json_valid(place)),
    actors TEXT NOT NULL CHECK (json_valid(actors)),
    audiences TEXT NOT NULL CHECK (json_valid(audiences)),
    forms TEXT NOT NULL CHECK (json_valid(forms)),
    venues TEXT NOT NULL CHECK (json_valid(venues)),
    minimum TEXT NOT NULL CHECK (json_valid(minimum)),
    window TEXT NOT NULL CHECK (json_valid(window)),
    report TEXT NOT NULL CHECK (json_valid(report)),
    produces TEXT NOT NULL CHECK (json_valid(produces)),
    state TEXT NOT NULL,
    source TEXT NOT NULL,
    code TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;

CREATE TABLE rowReturn (
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
  ) STRICT, WITHOUT ROWID;

CREATE TABLE sampleRow (
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    PRIMARY KEY (tableName, rowId)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE savedView (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    replica TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    removedAt TEXT,
    page TEXT NOT NULL,
    name TEXT NOT NULL,
    -- The words of the address behind the page's name.
    query TEXT NOT NULL,
    -- The page opens with it.
    isDefault INTEGER NOT NULL DEFAULT 0 CHECK (isDefault IN (0, 1))
  ) STRICT;

CREATE TABLE searchEntry (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    noticeId TEXT,
    day TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

CREATE VIRTUAL TABLE searchIndex
    USING fts5(text, content = '', contentless_delete = 1, tokenize = 'trigram');

CREATE TABLE 'searchIndex_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'searchIndex_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'searchIndex_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'searchIndex_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE searchState (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    indexedTo INTEGER NOT NULL,
    sources TEXT NOT NULL
  ) STRICT;

CREATE TABLE setting (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT;

CREATE TABLE stay (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    cadres TEXT NOT NULL CHECK (json_valid(cadres)),
    unionId TEXT REFERENCES grassrootsUnion (id),
    unitName TEXT NOT NULL,
    township TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL CHECK ("to" >= "from"),
    daysOnSite INTEGER CHECK (daysOnSite >= 0),
    form TEXT NOT NULL,
    visits INTEGER CHECK (visits >= 0),
    talks INTEGER CHECK (talks >= 0),
    meetings INTEGER CHECK (meetings >= 0),
    suggestions INTEGER CHECK (suggestions >= 0),
    problems TEXT NOT NULL CHECK (json_valid(problems)),
    deeds TEXT NOT NULL CHECK (json_valid(deeds)),
    unionsFounded INTEGER CHECK (unionsFounded >= 0),
    membersJoined INTEGER CHECK (membersJoined >= 0),
    consolationPeople INTEGER CHECK (consolationPeople >= 0),
    consolationYuan REAL CHECK (consolationYuan >= 0),
    outcome TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;

CREATE TABLE study (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    date TEXT NOT NULL,
    startTime TEXT,
    endTime TEXT,
    type TEXT NOT NULL,
    topic TEXT NOT NULL,
    materials TEXT NOT NULL,
    organiser TEXT NOT NULL,
    partyOrganisation TEXT NOT NULL,
    host TEXT NOT NULL,
    leadSpeaker TEXT NOT NULL,
    place TEXT NOT NULL,
    delivery TEXT NOT NULL,
    dueCount INTEGER CHECK (dueCount >= 0),
    attendedCount INTEGER CHECK (attendedCount >= 0),
    attendanceNote TEXT NOT NULL,
    strata TEXT NOT NULL CHECK (json_valid(strata)),
    decisions TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;

CREATE TABLE studyGroup (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    leader TEXT NOT NULL,
    members INTEGER CHECK (members >= 0),
    duties TEXT NOT NULL CHECK (json_valid(duties)),
    note TEXT NOT NULL
  ) STRICT;

CREATE TABLE unionAct (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    kind TEXT NOT NULL,
    day TEXT,
    sentence TEXT NOT NULL,
    unionIds TEXT NOT NULL CHECK (json_valid(unionIds)),
    firstChange INTEGER NOT NULL,
    lastChange INTEGER NOT NULL CHECK (lastChange >= firstChange)
  ) STRICT;

CREATE TABLE unknownField (
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    PRIMARY KEY (tableName, rowId)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE venue (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    venueType TEXT NOT NULL,
    township TEXT NOT NULL,
    address TEXT NOT NULL,
    capacity INTEGER CHECK (capacity >= 0),
    contact TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;

CREATE INDEX acceptedReceiptByOffice ON acceptedReceipt (officeId, replica, epoch);

CREATE INDEX acknowledgementByResult ON acknowledgement (result) WHERE result <> '已收';

CREATE INDEX activityByDate ON activity (date) WHERE removedAt IS NULL;

CREATE INDEX answerOfRecord ON answer (recordId);

CREATE INDEX archivedBundleByOffice ON archivedBundle (officeId, receivedAt);

CREATE INDEX archivedBundleInOrder ON archivedBundle (officeId, replica, epoch, seq);

CREATE INDEX archivedVolumeByBundle ON archivedVolume (bundleId, number);

CREATE INDEX arrangementOfNotice ON arrangement (noticeId, position);

CREATE INDEX attachmentByContent ON attachment (sha256);

CREATE INDEX attachmentByRecord ON attachment (recordId, position) WHERE removedAt IS NULL;

CREATE UNIQUE INDEX cadreByName ON cadre (name) WHERE removedAt IS NULL;

CREATE INDEX changeByRow ON change (rowId, version);

CREATE INDEX conflictByRow ON conflict (tableName, rowId);

CREATE INDEX countedBundle ON archivedBundle (bundleId, officeId, position)
    WHERE importedAt IS NOT NULL AND undoneAt IS NULL;

CREATE INDEX documentOfNotice ON noticeDocument (noticeId);

CREATE UNIQUE INDEX grassrootsUnionByName ON grassrootsUnion (name) WHERE removedAt IS NULL AND endedOn IS NULL;

CREATE INDEX grassrootsUnionByParent ON grassrootsUnion (parentId) WHERE parentId IS NOT NULL;

CREATE UNIQUE INDEX grassrootsUnionByStatisticsCode ON grassrootsUnion (statisticsCode)
    WHERE removedAt IS NULL AND statisticsCode <> '';

CREATE INDEX issuedReceiptByBundle ON issuedReceipt (bundleId);

CREATE INDEX lectureByDate ON lecture (date, id) WHERE removedAt IS NULL;

CREATE INDEX lectureByStay ON lecture (stayId) WHERE stayId IS NOT NULL;

CREATE UNIQUE INDEX lectureTeamByName ON lectureTeam (name) WHERE removedAt IS NULL;

CREATE INDEX lectureUnionByUnion ON lectureUnion (unionId);

CREATE UNIQUE INDEX lecturerByName ON lecturer (name) WHERE removedAt IS NULL;

CREATE UNIQUE INDEX materialByName ON material (name) WHERE removedAt IS NULL;

CREATE INDEX openConflict ON conflict (foundAt) WHERE settledAt IS NULL;

CREATE INDEX passingReceiptByBundle ON passingReceipt (bundleId, issuerId);

CREATE INDEX peerByParent ON peer (parentId);

CREATE INDEX peerKeyByOffice ON peerKey (officeId);

CREATE INDEX requirementOfNotice ON requirement (noticeId, position);

CREATE INDEX rowReturnByOffice ON rowReturn (officeId, tableName, rowId);

CREATE UNIQUE INDEX savedViewByName ON savedView (page, name) WHERE removedAt IS NULL;

CREATE INDEX stayByLastDay ON stay ("to", id) WHERE removedAt IS NULL;

CREATE INDEX studyByDate ON study (date, id) WHERE removedAt IS NULL;

CREATE INDEX studyByType ON study (type, date) WHERE removedAt IS NULL;

CREATE UNIQUE INDEX studyGroupByName ON studyGroup (name) WHERE removedAt IS NULL;

CREATE UNIQUE INDEX venueByName ON venue (name) WHERE removedAt IS NULL;

CREATE TRIGGER documentFrozen BEFORE UPDATE ON document
    WHEN EXISTS (SELECT 1 FROM outgoing WHERE documentId = OLD.id)
  BEGIN
    SELECT RAISE(ABORT, 'a finalised document stays as it is');
  END;

CREATE TRIGGER frozenDocumentKept BEFORE UPDATE ON frozenDocument BEGIN
    SELECT RAISE(ABORT, 'a frozen document stays as it is');
  END;

CREATE TRIGGER frozenDocumentNotDeleted BEFORE DELETE ON frozenDocument BEGIN
    SELECT RAISE(ABORT, 'a frozen document stays');
  END;

CREATE TRIGGER lectureUnionAdded AFTER INSERT ON lecture WHEN NEW.unionIds <> '[]' BEGIN
    INSERT INTO lectureUnion SELECT NEW.id, value FROM json_each(NEW.unionIds);
  END;

CREATE TRIGGER lectureUnionChanged AFTER UPDATE OF unionIds ON lecture WHEN NEW.unionIds <> OLD.unionIds BEGIN
    DELETE FROM lectureUnion WHERE lectureId = NEW.id;
    INSERT INTO lectureUnion SELECT NEW.id, value FROM json_each(NEW.unionIds);
  END;

CREATE TRIGGER outgoingGapless BEFORE INSERT ON outgoing
    WHEN NEW.serial <> coalesce(
      (SELECT max(serial) + 1 FROM outgoing WHERE code = NEW.code AND year = NEW.year),
      (SELECT firstSerial FROM numberSeries WHERE code = NEW.code AND year = NEW.year),
      1)
  BEGIN
    SELECT RAISE(ABORT, 'a number of the register is the next one');
  END;

CREATE TRIGGER outgoingKept BEFORE UPDATE ON outgoing
    WHEN (OLD.state = '已作废' AND NEW.state <> '已作废')
      OR (NEW.code, NEW.year, NEW.serial, NEW.documentId, NEW.requestId, NEW.title, NEW.createdAt)
      IS NOT (OLD.code, OLD.year, OLD.serial, OLD.documentId, OLD.requestId, OLD.title, OLD.createdAt)
  BEGIN
    SELECT RAISE(ABORT, 'an entry of the register is only ever withdrawn');
  END;

CREATE TRIGGER outgoingNotDeleted BEFORE DELETE ON outgoing BEGIN
    SELECT RAISE(ABORT, 'an entry of the register stays');
  END;
