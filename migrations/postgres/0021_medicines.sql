-- What someone takes. `items` is the JSON of the domain::id::ItemId of the record that it came from, the
-- newest first, or [] for a medicine of the person's own. `plan` and `proposed` are the JSON of
-- domain::medicines::Plan.
CREATE TABLE medicine (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    -- What it is for; empty when nobody said.
    purpose TEXT NOT NULL,
    items TEXT NOT NULL,
    -- The plan that holds; NULL before the person confirmed one. Its version counts from 1.
    plan TEXT,
    version BIGINT NOT NULL,
    -- When the person confirmed a plan for the first time: doses before are asked of nobody.
    confirmed_at BIGINT,
    -- Who set the plan that holds, and when; `by_team`: 1 for the care team, 0 for the person.
    account UUID,
    by_team BIGINT NOT NULL,
    set_at BIGINT,
    -- A plan that its person has not confirmed yet.
    proposed TEXT,
    proposed_at BIGINT,
    created_at BIGINT NOT NULL,
    -- NULL: taken still.
    ended_at BIGINT,
    ended_why TEXT NOT NULL,
    PRIMARY KEY (record, id)
);

-- Every plan that ever held: nothing is overwritten.
CREATE TABLE medicine_plan (
    record UUID NOT NULL,
    medicine UUID NOT NULL,
    version BIGINT NOT NULL,
    plan TEXT NOT NULL,
    account UUID,
    by_team BIGINT NOT NULL,
    set_at BIGINT NOT NULL,
    PRIMARY KEY (record, medicine, version),
    FOREIGN KEY (record, medicine) REFERENCES medicine (record, id) ON DELETE CASCADE
);

-- What was said of doses. The id is made on the device. `amounts` is the JSON of domain::medicines::Amount.
CREATE TABLE dose_entry (
    record UUID NOT NULL,
    id UUID NOT NULL,
    medicine UUID NOT NULL,
    -- Which dose of the plan (domain::medicines::Slot); NULL: none, as when a medicine is taken as needed.
    slot_day TEXT,
    slot_number BIGINT,
    -- taken, skipped, missed or later
    kind TEXT NOT NULL,
    -- When it was taken, or until when it waits; else when that was noted.
    happened_at BIGINT NOT NULL,
    -- When the dose was due that it is about; without one as `happened_at`.
    about_at BIGINT NOT NULL,
    amounts TEXT NOT NULL,
    reason TEXT,
    words TEXT NOT NULL,
    -- twice, soon or most: why it was more than planned, as who noted it said after they were asked.
    beyond TEXT,
    account UUID NOT NULL,
    author TEXT NOT NULL,
    noted_at BIGINT NOT NULL,
    -- The entry that this one corrects, and of that one the entry that does.
    corrects UUID,
    corrected_by UUID,
    -- When it was taken back; NULL: it holds.
    withdrawn_at BIGINT,
    PRIMARY KEY (record, id),
    FOREIGN KEY (record, medicine) REFERENCES medicine (record, id) ON DELETE CASCADE
);
CREATE INDEX dose_entry_course ON dose_entry (record, about_at, id);
CREATE INDEX dose_entry_happened ON dose_entry (record, medicine, happened_at);
CREATE INDEX dose_entry_slot ON dose_entry (record, medicine, slot_day, slot_number);

-- When the moments of someone's day are: the JSON of domain::medicines::Moments.
CREATE TABLE medicine_moments (
    record UUID NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    moments TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);
