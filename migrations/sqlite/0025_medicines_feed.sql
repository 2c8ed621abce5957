-- The calendar of doses that other programs subscribe to, under a secret address.
CREATE TABLE medicine_feed (
    record BLOB NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    -- SHA-256 of the secret.
    secret BLOB NOT NULL UNIQUE,
    -- Whether it names medicines.
    named INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    -- When it was last noted that a program read it: once a day.
    read_at INTEGER
) STRICT;
