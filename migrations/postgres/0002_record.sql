-- Whose record it is, and every version of everything that came for it. A version is visible
-- when from_no <= record.published_no < until_no; an import stages versions above the published
-- number and publishes them all at once.
CREATE TABLE record (
    id UUID PRIMARY KEY,
    name TEXT,
    birth_date TEXT,
    gender TEXT,
    deceased BOOLEAN NOT NULL,
    published_no BIGINT NOT NULL,
    -- The import under way: its number, which process has it, and until when its lease holds.
    staging_no BIGINT,
    staging_by UUID,
    staging_until BIGINT,
    created_at BIGINT NOT NULL
);

CREATE TABLE record_identifier (
    system TEXT NOT NULL,
    value TEXT NOT NULL,
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    PRIMARY KEY (system, value)
);
CREATE INDEX record_identifier_record ON record_identifier (record);

CREATE TABLE sender (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

-- Tokens by which a clinic's system may send records; only their SHA-256 is here.
CREATE TABLE sender_token (
    hash BYTEA PRIMARY KEY,
    sender UUID NOT NULL REFERENCES sender (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX sender_token_sender ON sender_token (sender);

CREATE TABLE record_source (
    sender UUID NOT NULL REFERENCES sender (id),
    patient_key TEXT NOT NULL,
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    PRIMARY KEY (sender, patient_key)
);
CREATE INDEX record_source_record ON record_source (record);

CREATE TABLE resource (
    id UUID NOT NULL,
    from_no BIGINT NOT NULL,
    until_no BIGINT NOT NULL,
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    sender UUID NOT NULL REFERENCES sender (id),
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    hash BYTEA NOT NULL,
    last_updated BIGINT,
    hidden BOOLEAN NOT NULL,
    arrived_at BIGINT NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (id, from_no, hash)
);
CREATE INDEX resource_key ON resource (record, sender, key);
CREATE INDEX resource_staged ON resource (record, from_no);
