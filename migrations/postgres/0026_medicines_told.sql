-- Someone else who is told by mail when a dose has no answer: at most one for each record, who must agree.
CREATE TABLE medicine_told (
    record UUID NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    -- Which agreement it is; another one has another id.
    id UUID NOT NULL UNIQUE,
    address TEXT NOT NULL,
    -- What the person chose: the language of the mails, what they call the person (NULL: nothing), whether they name
    -- medicines, and of which ones (JSON of domain::id::MedicineId; NULL: of all).
    language TEXT NOT NULL,
    called TEXT,
    names BOOLEAN NOT NULL,
    medicines TEXT,
    -- The letter that asks: its mail, SHA-256 of its secret (NULL: used), and until when it counts.
    letter UUID NOT NULL UNIQUE,
    secret BYTEA UNIQUE,
    asked_at BIGINT NOT NULL,
    asked_until BIGINT NOT NULL,
    -- SHA-256 of the secret that ends it, which stands in each mail.
    stop BYTEA NOT NULL UNIQUE,
    -- When they agreed; NULL: they have not.
    confirmed_at BIGINT,
    -- When they said no, before or after they had agreed; NULL: they did not.
    ended_at BIGINT,
    -- Up to when doses were looked at, the number of the job that waits, and what it waits for (NULL: none waits).
    looked_at BIGINT NOT NULL,
    turn BIGINT NOT NULL,
    next_at BIGINT
);

-- A dose that was told, once.
CREATE TABLE medicine_told_dose (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    medicine UUID NOT NULL,
    slot_day TEXT NOT NULL,
    slot_number BIGINT NOT NULL,
    -- By which agreement and in which mail.
    told UUID NOT NULL,
    mail UUID NOT NULL,
    -- Since when it had no answer.
    over_at BIGINT NOT NULL,
    PRIMARY KEY (record, medicine, slot_day, slot_number)
);
CREATE INDEX medicine_told_dose_mail ON medicine_told_dose (mail);
CREATE INDEX medicine_told_dose_over ON medicine_told_dose (over_at);
