-- What waits for the care team. `kind` is the code of domain::worklist::item::Body, and `body` its JSON.
CREATE TABLE work_item (
    id UUID PRIMARY KEY,
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    -- domain::worklist::item::Severity: 0 low, 1 soon, 2 urgent.
    severity BIGINT NOT NULL,
    -- What it is about, by its id elsewhere.
    subject UUID NOT NULL,
    body TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    -- By when someone takes it.
    promised_at BIGINT NOT NULL,
    -- How often it has stepped up to the team's next contact.
    step BIGINT NOT NULL,
    claimed_by UUID,
    claimed_at BIGINT,
    -- When a named member of the team first opened it.
    seen_at BIGINT,
    first_action_at BIGINT,
    -- The code of domain::worklist::item::Decision, and when it was last decided.
    decided TEXT,
    decided_at BIGINT,
    closed_at BIGINT,
    closed_by UUID,
    version BIGINT NOT NULL
);
CREATE INDEX work_item_record ON work_item (record);
CREATE INDEX work_item_holder ON work_item (claimed_by) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX work_item_open ON work_item (record, kind, subject) WHERE closed_at IS NULL;

-- What was sent of which an item tells: the one that opened it, and those that joined it while it was open.
CREATE TABLE work_subject (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    subject UUID NOT NULL,
    item UUID NOT NULL REFERENCES work_item (id) ON DELETE CASCADE,
    sent_at BIGINT NOT NULL,
    promised_at BIGINT NOT NULL,
    seen_at BIGINT,
    PRIMARY KEY (record, subject, item)
);
CREATE INDEX work_subject_item ON work_subject (item);

-- Where an item stands in the list of each team that cares for the person. It is made anew from work_item and
-- record_team whenever one of them changes.
CREATE TABLE work_place (
    team UUID NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    item UUID NOT NULL REFERENCES work_item (id) ON DELETE CASCADE,
    -- 0 closed, 1 open.
    open BIGINT NOT NULL,
    -- 0 nobody has it, 1 someone has.
    taken BIGINT NOT NULL,
    -- The smaller, the worse (domain::worklist::place).
    rank BIGINT NOT NULL,
    promised_at BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    -- Microseconds until somebody first did something about it; NULL: nobody has.
    waited BIGINT,
    PRIMARY KEY (team, item)
);
CREATE INDEX work_place_item ON work_place (item);
CREATE INDEX work_place_list ON work_place (team, rank, promised_at, item) WHERE open = 1;
CREATE INDEX work_place_free ON work_place (team, rank, promised_at, item) WHERE open = 1 AND taken = 0;
CREATE INDEX work_place_recent ON work_place (team, opened_at);

-- What the care team did about an item. The id is made by whoever sends it.
CREATE TABLE work_deed (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    id UUID NOT NULL,
    item UUID NOT NULL REFERENCES work_item (id) ON DELETE CASCADE,
    account UUID NOT NULL,
    at BIGINT NOT NULL,
    -- The code of domain::worklist::deed::Deed.
    kind TEXT NOT NULL,
    -- Its JSON.
    body TEXT NOT NULL,
    PRIMARY KEY (record, id)
);
CREATE INDEX work_deed_item ON work_deed (item, at);

-- A known and managed symptom that needs no alert for a while. `levels` is the JSON of what was known of it then.
CREATE TABLE work_mute (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    symptom TEXT NOT NULL,
    at BIGINT NOT NULL,
    until BIGINT NOT NULL,
    account UUID NOT NULL,
    report UUID NOT NULL,
    levels TEXT NOT NULL,
    PRIMARY KEY (record, symptom)
);
