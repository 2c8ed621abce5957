-- Work for later, in rows: it survives a kill, and runs once however many processes there are.
CREATE TABLE job (
    id BLOB PRIMARY KEY,
    -- What is to be done, and which piece of it: there is one row for the two.
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    record BLOB REFERENCES record (id) ON DELETE CASCADE,
    -- JSON; what it means is said by whoever plans the kind. Ids only, nothing of anybody's health.
    body TEXT NOT NULL,
    -- When it is next taken: its moment, or the end of the lease while a worker has it; NULL: it has ended.
    due_at INTEGER,
    -- Who has it; NULL: nobody.
    worker BLOB,
    -- How often it was taken since it was first planned: tells one lease from the next.
    lease INTEGER NOT NULL,
    -- How often it was taken since it was last planned.
    tries INTEGER NOT NULL,
    -- The code of what went wrong last.
    error TEXT,
    -- `done` or `failed` (domain::jobs::Outcome), with `ended_at`; NULL: it has not ended.
    outcome TEXT,
    ended_at INTEGER,
    created_at INTEGER NOT NULL,
    UNIQUE (kind, key)
) STRICT;
CREATE INDEX job_due ON job (kind, due_at) WHERE due_at IS NOT NULL;
-- What waits for another try waits for hours at most: one that is due later was put there by a wrong clock.
CREATE INDEX job_tried ON job (due_at) WHERE due_at IS NOT NULL AND tries > 0;
CREATE INDEX job_ended ON job (outcome, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX job_record ON job (record);
