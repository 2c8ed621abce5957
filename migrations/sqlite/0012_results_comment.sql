-- What whoever wrote a comment made of it later. The comment itself stays as it was; the latest change
-- says what is shown of it.
CREATE TABLE result_comment_change (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    comment BLOB NOT NULL,
    -- Counted from one.
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    -- The new text; NULL: the comment is withdrawn.
    body TEXT,
    PRIMARY KEY (record, comment, version)
) STRICT;
