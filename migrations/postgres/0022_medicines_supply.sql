-- How much of a medicine there is, as its person counted it. `counts` is the JSON of
-- domain::medicines::supply_store::Counted. What was counted before stays: the newest one holds.
CREATE TABLE medicine_supply (
    record UUID NOT NULL,
    -- Made by whoever sends it.
    id UUID NOT NULL,
    medicine UUID NOT NULL,
    -- What was typed, to know it again; and what there was then.
    typed TEXT NOT NULL,
    counts TEXT NOT NULL,
    -- More is asked for so many days before it runs out.
    lead_days BIGINT NOT NULL,
    account UUID NOT NULL,
    counted_at BIGINT NOT NULL,
    PRIMARY KEY (record, id),
    FOREIGN KEY (record, medicine) REFERENCES medicine (record, id) ON DELETE CASCADE
);
CREATE INDEX medicine_supply_newest ON medicine_supply (record, medicine, counted_at);

-- A wish for more of a medicine. The id is made on the device. `state` is the code of
-- domain::medicines::refill::State.
CREATE TABLE refill (
    record UUID NOT NULL,
    id UUID NOT NULL,
    medicine UUID NOT NULL,
    words TEXT NOT NULL,
    account UUID NOT NULL,
    requested_at BIGINT NOT NULL,
    -- The item of the worklist in which it waits.
    item UUID NOT NULL,
    state TEXT NOT NULL,
    -- When it came to its end; NULL: it goes on.
    ended_at BIGINT,
    PRIMARY KEY (record, id),
    FOREIGN KEY (record, medicine) REFERENCES medicine (record, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX refill_open ON refill (record, medicine) WHERE ended_at IS NULL;
CREATE INDEX refill_medicine ON refill (record, medicine, requested_at);

-- What came of it, step by step; `words` say why it was refused.
CREATE TABLE refill_step (
    record UUID NOT NULL,
    refill UUID NOT NULL,
    number BIGINT NOT NULL,
    state TEXT NOT NULL,
    words TEXT NOT NULL,
    account UUID NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (record, refill, number),
    FOREIGN KEY (record, refill) REFERENCES refill (record, id) ON DELETE CASCADE
);

-- How far someone has been reminded of their doses. Of each record one job waits at most: that of `turn`.
CREATE TABLE medicine_reminder (
    record UUID NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    -- Everything until then has been looked at.
    looked_at BIGINT NOT NULL,
    turn BIGINT NOT NULL,
    -- When the next thing is due; NULL: nothing is.
    next_at BIGINT
);
-- What waits until a moment of its own.
CREATE INDEX dose_entry_later ON dose_entry (record, happened_at) WHERE kind = 'later';
CREATE INDEX medicine_reminder_looked ON medicine_reminder (looked_at);
