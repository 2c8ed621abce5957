-- Who can sign in, with what, where from, and how often it was tried.
CREATE TABLE account (
    id UUID PRIMARY KEY,
    role TEXT NOT NULL,
    -- The name as chosen, and the form in which names are compared.
    name TEXT,
    name_key TEXT UNIQUE,
    -- The one record that is this person's own.
    record UUID UNIQUE REFERENCES record (id),
    -- argon2id in PHC form.
    passphrase TEXT,
    language TEXT,
    zone TEXT NOT NULL,
    -- Wrong passphrases in a row; at 100 this way is closed.
    failures BIGINT NOT NULL,
    disabled_at BIGINT,
    enrolled_at BIGINT,
    created_at BIGINT NOT NULL
);

CREATE TABLE account_team (
    account UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    team UUID NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    PRIMARY KEY (account, team)
);
CREATE INDEX account_team_team ON account_team (team);

-- A letter. `code` is the keyed hash of what is printed on it.
CREATE TABLE invitation (
    id UUID PRIMARY KEY,
    account UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    code BYTEA NOT NULL UNIQUE,
    -- The keyed hash of the second thing the person knows: the date of birth, or a number that
    -- members of staff are told apart from the letter.
    confirm BYTEA NOT NULL,
    -- Wrong second things; at 5 the letter is dead.
    failures BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    -- A newer letter took its place.
    voided_at BIGINT
);
CREATE INDEX invitation_account ON invitation (account);

-- Someone whose code and second thing were right and who is now choosing a name.
CREATE TABLE enrolment (
    token BYTEA PRIMARY KEY,
    invitation UUID NOT NULL REFERENCES invitation (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL
);
CREATE INDEX enrolment_invitation ON enrolment (invitation);

CREATE TABLE session (
    id UUID PRIMARY KEY,
    token BYTEA NOT NULL UNIQUE,
    account UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX session_account ON session (account);

-- Wrong tries by the keyed hash of what they were aimed at (a name) or came from (an address).
CREATE TABLE attempt (
    target BYTEA PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);

-- What someone typed into a form that was refused or met an ended session: sealed, short-lived.
CREATE TABLE draft (
    id BYTEA PRIMARY KEY,
    account UUID REFERENCES account (id) ON DELETE CASCADE,
    sealed BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX draft_expires ON draft (expires_at);
CREATE INDEX draft_account ON draft (account);
