-- Notices over several channels: what is wanted by kind and channel, the inbox, devices that take pushes.

-- Which channels an account wants for a kind of notice (domain::reminders::Kind); no row: what holds for everyone.
-- The columns `diary` and `worklist` of `reminder` are only written any more, for processes of the version before;
-- a later migration drops them.
CREATE TABLE reminder_choice (
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    mail INTEGER NOT NULL,
    push INTEGER NOT NULL,
    PRIMARY KEY (account, kind)
) STRICT;
INSERT INTO reminder_choice (account, kind, mail, push) SELECT account, 'symptom-check', diary, diary FROM reminder;
INSERT INTO reminder_choice (account, kind, mail, push) SELECT account, 'worklist', worklist, worklist FROM reminder;

-- Whether notices outside Daybook say what they are about; by default they don't.
ALTER TABLE reminder ADD COLUMN plain INTEGER NOT NULL DEFAULT 0;

-- What plain wording adds to a mail: the name of a medicine; NULL: nothing.
ALTER TABLE mail ADD COLUMN detail TEXT;

-- Every notice of an account, whatever the channel: the inbox.
CREATE TABLE notice (
    id BLOB PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    -- Which notice it is: there is one row for each.
    key TEXT NOT NULL,
    -- What it is about (domain::reminders::Notice).
    template TEXT NOT NULL,
    -- What plain wording adds; NULL: nothing.
    detail TEXT,
    -- The page of Daybook that it leads to; NULL: none.
    url TEXT,
    -- From when it is in the inbox.
    at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    -- NULL: not read.
    read_at INTEGER,
    UNIQUE (account, key)
) STRICT;
CREATE INDEX notice_account ON notice (account, at);
CREATE INDEX notice_created ON notice (created_at);

-- A browser that takes pushes. It goes when its person signs out there, or someone else signs in.
CREATE TABLE push_device (
    id BLOB PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    -- The hash of what its cookie holds.
    browser BLOB NOT NULL UNIQUE,
    -- The session that used it last; NULL: that is long over.
    session BLOB REFERENCES session (id) ON DELETE SET NULL,
    -- The keyed hash of its address at the push service: a browser is here once.
    hash BLOB NOT NULL UNIQUE,
    -- The address and the browser's keys, sealed; NULL: the push service has forgotten it.
    sealed BLOB,
    -- What the browser said of itself: `Firefox / Linux`.
    label TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- When the push service took something for it last.
    sent_at INTEGER,
    -- When the push service said that it is gone.
    gone_at INTEGER,
    -- The code of what went wrong last; NULL: nothing did.
    error TEXT
) STRICT;
CREATE INDEX push_device_account ON push_device (account);
CREATE INDEX push_device_session ON push_device (session);

-- A push that is to be sent to a device, or was. Its job (`push.send`) has its id as the key.
CREATE TABLE push (
    id BLOB PRIMARY KEY,
    device BLOB NOT NULL REFERENCES push_device (id) ON DELETE CASCADE,
    -- NULL: a test that its person asked for.
    notice BLOB REFERENCES notice (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    -- `sent`, `dropped` or `refused` (domain::reminders::Ended), with `ended_at`; NULL: it waits.
    outcome TEXT,
    -- The code of what went wrong last.
    error TEXT,
    ended_at INTEGER,
    UNIQUE (device, notice)
) STRICT;
CREATE INDEX push_notice ON push (notice);
CREATE INDEX push_created ON push (created_at);
