-- Someone else who is told by mail when a dose has no answer: at most one for each record, who must agree.
CREATE TABLE medicine_told (
    record BLOB NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    -- Which agreement it is; another one has another id.
    id BLOB NOT NULL UNIQUE,
    address TEXT NOT NULL,
    -- What the person chose: the language of the mails, what they call the person (NULL: nothing), whether they name
    -- medicines, and of which ones (JSON of domain::id::MedicineId; NULL: of all).
    language TEXT NOT NULL,
    called TEXT,
    names INTEGER NOT NULL,
    medicines TEXT,
    -- The letter that asks: its mail, SHA-256 of its secret (NULL: used), and until when it counts.
    letter BLOB NOT NULL UNIQUE,
    secret BLOB UNIQUE,
    asked_at INTEGER NOT NULL,
    asked_until INTEGER NOT NULL,
    -- SHA-256 of the secret that ends it, which stands in each mail.
    stop BLOB NOT NULL UNIQUE,
    -- When they agreed; NULL: they have not.
    confirmed_at INTEGER,
    -- When they said no, before or after they had agreed; NULL: they did not.
    ended_at INTEGER,
    -- Up to when doses were looked at, the number of the job that waits, and what it waits for (NULL: none waits).
    looked_at INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    next_at INTEGER
) STRICT;

-- A dose that was told, once.
CREATE TABLE medicine_told_dose (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    medicine BLOB NOT NULL,
    slot_day TEXT NOT NULL,
    slot_number INTEGER NOT NULL,
    -- By which agreement and in which mail.
    told BLOB NOT NULL,
    mail BLOB NOT NULL,
    -- Since when it had no answer.
    over_at INTEGER NOT NULL,
    PRIMARY KEY (record, medicine, slot_day, slot_number)
) STRICT;
CREATE INDEX medicine_told_dose_mail ON medicine_told_dose (mail);
CREATE INDEX medicine_told_dose_over ON medicine_told_dose (over_at);
