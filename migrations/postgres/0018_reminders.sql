-- Notices by mail: where an account wants them, which ones, and when not.
CREATE TABLE reminder (
    account UUID PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    -- Shown to be theirs by a code that was sent there; NULL: none is.
    address TEXT,
    confirmed_at BIGINT,
    -- An address that waits for its code: the mail that has it (the code is the keyed hash of its id),
    -- wrong tries, until when it counts; NULL: none waits.
    asked TEXT,
    asked_mail UUID,
    asked_until BIGINT,
    failures BIGINT NOT NULL,
    -- Which notices are wanted.
    diary BOOLEAN NOT NULL,
    worklist BOOLEAN NOT NULL,
    -- No notice from this hour of the day until that one, where the person lives; the same hour twice: always.
    quiet_from BIGINT NOT NULL,
    quiet_until BIGINT NOT NULL
);

-- A mail that is to be sent, or was. Its job (`mail.send`) has its id as the key.
CREATE TABLE mail (
    id UUID PRIMARY KEY,
    -- Which notice it is: there is one mail for each.
    key TEXT NOT NULL UNIQUE,
    account UUID REFERENCES account (id) ON DELETE CASCADE,
    -- Where it goes; NULL: to the address that the account has confirmed when it is sent.
    address TEXT,
    template TEXT NOT NULL,
    -- When it should be sent.
    at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    -- `sent`, `dropped` or `refused` (domain::reminders::outgoing), with `ended_at`; NULL: it waits.
    outcome TEXT,
    -- The code of what went wrong last.
    error TEXT,
    ended_at BIGINT
);
CREATE INDEX mail_account ON mail (account, created_at);
CREATE INDEX mail_address ON mail (address, created_at);
CREATE INDEX mail_created ON mail (created_at);
