-- What the care team keeps of how someone is cared for, version by version; the latest counts. `body`
-- is the JSON of domain::record::care::Care.
CREATE TABLE record_care (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    -- Counted from one.
    version BIGINT NOT NULL,
    -- Who set it; NULL: Daybook itself, for a demonstration.
    account UUID,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (record, version)
);
