-- When a person wants to see results of a kind, in place of how the clinic begins. `choice` is the
-- JSON of domain::results::readiness::Choice.
CREATE TABLE result_choice (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    choice TEXT NOT NULL,
    PRIMARY KEY (record, kind)
);

-- Results that did not open when they arrived. What has no row here never waited.
CREATE TABLE result_wait (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    item UUID NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    arrived_at BIGINT NOT NULL,
    -- The person's day on which it opens; NULL: when the team has commented.
    opens_on TEXT COLLATE "C",
    -- When it was opened before that day came, or by a comment; NULL: it was not.
    opened_at BIGINT,
    PRIMARY KEY (record, item)
);
CREATE INDEX result_wait_open ON result_wait (record) WHERE opened_at IS NULL;

-- What the care team says about a result. The id is made by whoever sends it.
CREATE TABLE result_comment (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    id UUID NOT NULL,
    item UUID NOT NULL,
    account UUID NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (record, id)
);
CREATE INDEX result_comment_item ON result_comment (record, item);
