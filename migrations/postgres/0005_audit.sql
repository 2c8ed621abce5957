-- Who looked at what and did what. Rows are only ever added.
CREATE TABLE audit (
    id UUID PRIMARY KEY,
    at BIGINT NOT NULL,
    record UUID,
    account UUID,
    -- Who else acted: `operator`, `sender:<name>`.
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    category TEXT NOT NULL,
    -- Start of the five minutes that one row of reading stands for; NULL for writes.
    bucket BIGINT,
    UNIQUE (record, account, category, act, bucket)
);
CREATE INDEX audit_record ON audit (record, at DESC);
