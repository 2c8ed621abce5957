-- When a person wants to see results of a kind, in place of how the clinic begins. `choice` is the
-- JSON of domain::results::readiness::Choice.
CREATE TABLE result_choice (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    choice TEXT NOT NULL,
    PRIMARY KEY (record, kind)
) STRICT;

-- Results that did not open when they arrived. What has no row here never waited.
CREATE TABLE result_wait (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    item BLOB NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    arrived_at INTEGER NOT NULL,
    -- The person's day on which it opens; NULL: when the team has commented.
    opens_on TEXT,
    -- When it was opened before that day came, or by a comment; NULL: it was not.
    opened_at INTEGER,
    PRIMARY KEY (record, item)
) STRICT;
CREATE INDEX result_wait_open ON result_wait (record) WHERE opened_at IS NULL;

-- What the care team says about a result. The id is made by whoever sends it.
CREATE TABLE result_comment (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    id BLOB NOT NULL,
    item BLOB NOT NULL,
    account BLOB NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (record, id)
) STRICT;
CREATE INDEX result_comment_item ON result_comment (record, item);
