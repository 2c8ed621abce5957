-- What waits for the care team. `kind` is the code of domain::worklist::item::Body, and `body` its JSON.
CREATE TABLE work_item (
    id BLOB PRIMARY KEY,
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    -- domain::worklist::item::Severity: 0 low, 1 soon, 2 urgent.
    severity INTEGER NOT NULL,
    -- What it is about, by its id elsewhere.
    subject BLOB NOT NULL,
    body TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    -- By when someone takes it.
    promised_at INTEGER NOT NULL,
    -- How often it has stepped up to the team's next contact.
    step INTEGER NOT NULL,
    claimed_by BLOB,
    claimed_at INTEGER,
    -- When a named member of the team first opened it.
    seen_at INTEGER,
    first_action_at INTEGER,
    -- The code of domain::worklist::item::Decision, and when it was last decided.
    decided TEXT,
    decided_at INTEGER,
    closed_at INTEGER,
    closed_by BLOB,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX work_item_record ON work_item (record);
CREATE INDEX work_item_holder ON work_item (claimed_by) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX work_item_open ON work_item (record, kind, subject) WHERE closed_at IS NULL;

-- What was sent of which an item tells: the one that opened it, and those that joined it while it was open.
CREATE TABLE work_subject (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    subject BLOB NOT NULL,
    item BLOB NOT NULL REFERENCES work_item (id) ON DELETE CASCADE,
    sent_at INTEGER NOT NULL,
    promised_at INTEGER NOT NULL,
    seen_at INTEGER,
    PRIMARY KEY (record, subject, item)
) STRICT;
CREATE INDEX work_subject_item ON work_subject (item);

-- Where an item stands in the list of each team that cares for the person. It is made anew from work_item and
-- record_team whenever one of them changes.
CREATE TABLE work_place (
    team BLOB NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    item BLOB NOT NULL REFERENCES work_item (id) ON DELETE CASCADE,
    -- 0 closed, 1 open.
    open INTEGER NOT NULL,
    -- 0 nobody has it, 1 someone has.
    taken INTEGER NOT NULL,
    -- The smaller, the worse (domain::worklist::place).
    rank INTEGER NOT NULL,
    promised_at INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    -- Microseconds until somebody first did something about it; NULL: nobody has.
    waited INTEGER,
    PRIMARY KEY (team, item)
) STRICT;
CREATE INDEX work_place_item ON work_place (item);
CREATE INDEX work_place_list ON work_place (team, rank, promised_at, item) WHERE open = 1;
CREATE INDEX work_place_free ON work_place (team, rank, promised_at, item) WHERE open = 1 AND taken = 0;
CREATE INDEX work_place_recent ON work_place (team, opened_at);

-- What the care team did about an item. The id is made by whoever sends it.
CREATE TABLE work_deed (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    id BLOB NOT NULL,
    item BLOB NOT NULL REFERENCES work_item (id) ON DELETE CASCADE,
    account BLOB NOT NULL,
    at INTEGER NOT NULL,
    -- The code of domain::worklist::deed::Deed.
    kind TEXT NOT NULL,
    -- Its JSON.
    body TEXT NOT NULL,
    PRIMARY KEY (record, id)
) STRICT;
CREATE INDEX work_deed_item ON work_deed (item, at);

-- A known and managed symptom that needs no alert for a while. `levels` is the JSON of what was known of it then.
CREATE TABLE work_mute (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    symptom TEXT NOT NULL,
    at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    account BLOB NOT NULL,
    report BLOB NOT NULL,
    levels TEXT NOT NULL,
    PRIMARY KEY (record, symptom)
) STRICT;
