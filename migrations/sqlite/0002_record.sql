-- Whose record it is, and every version of everything that came for it. A version is visible
-- when from_no <= record.published_no < until_no; an import stages versions above the published
-- number and publishes them all at once.
CREATE TABLE record (
    id BLOB PRIMARY KEY,
    name TEXT,
    birth_date TEXT,
    gender TEXT,
    deceased INTEGER NOT NULL,
    published_no INTEGER NOT NULL,
    -- The import under way: its number, which process has it, and until when its lease holds.
    staging_no INTEGER,
    staging_by BLOB,
    staging_until INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE record_identifier (
    system TEXT NOT NULL,
    value TEXT NOT NULL,
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    PRIMARY KEY (system, value)
) STRICT;
CREATE INDEX record_identifier_record ON record_identifier (record);

CREATE TABLE sender (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

-- Tokens by which a clinic's system may send records; only their SHA-256 is here.
CREATE TABLE sender_token (
    hash BLOB PRIMARY KEY,
    sender BLOB NOT NULL REFERENCES sender (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX sender_token_sender ON sender_token (sender);

CREATE TABLE record_source (
    sender BLOB NOT NULL REFERENCES sender (id),
    patient_key TEXT NOT NULL,
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    PRIMARY KEY (sender, patient_key)
) STRICT;
CREATE INDEX record_source_record ON record_source (record);

CREATE TABLE resource (
    id BLOB NOT NULL,
    from_no INTEGER NOT NULL,
    until_no INTEGER NOT NULL,
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    sender BLOB NOT NULL REFERENCES sender (id),
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    hash BLOB NOT NULL,
    last_updated INTEGER,
    hidden INTEGER NOT NULL,
    arrived_at INTEGER NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (id, from_no, hash)
) STRICT;
CREATE INDEX resource_key ON resource (record, sender, key);
CREATE INDEX resource_staged ON resource (record, from_no);
