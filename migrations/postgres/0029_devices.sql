-- Whether the person ended this session by signing out, and not someone else, somewhere else.
ALTER TABLE session ADD COLUMN signed_out BOOLEAN NOT NULL DEFAULT FALSE;
-- When its device first asked for the key of what it keeps; NULL: it keeps nothing.
ALTER TABLE session ADD COLUMN kept_at BIGINT;

-- What a device took without a network and brought, by the id that it gave it: it counts once.
CREATE TABLE device_entry (
    account UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    id UUID NOT NULL,
    arrived_at BIGINT NOT NULL,
    PRIMARY KEY (account, id)
);
CREATE INDEX device_entry_arrived ON device_entry (arrived_at);

-- When what a device had kept reached Daybook; NULL: it came when it was noted.
ALTER TABLE dose_entry ADD COLUMN arrived_at BIGINT;
ALTER TABLE diary_entry ADD COLUMN arrived_at BIGINT;
