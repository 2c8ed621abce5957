-- Whether the person ended this session by signing out, and not someone else, somewhere else.
ALTER TABLE session ADD COLUMN signed_out INTEGER NOT NULL DEFAULT 0;
-- When its device first asked for the key of what it keeps; NULL: it keeps nothing.
ALTER TABLE session ADD COLUMN kept_at INTEGER;

-- What a device took without a network and brought, by the id that it gave it: it counts once.
CREATE TABLE device_entry (
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    id BLOB NOT NULL,
    arrived_at INTEGER NOT NULL,
    PRIMARY KEY (account, id)
) STRICT;
CREATE INDEX device_entry_arrived ON device_entry (arrived_at);

-- When what a device had kept reached Daybook; NULL: it came when it was noted.
ALTER TABLE dose_entry ADD COLUMN arrived_at INTEGER;
ALTER TABLE diary_entry ADD COLUMN arrived_at INTEGER;
