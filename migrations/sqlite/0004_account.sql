-- Who can sign in, with what, where from, and how often it was tried.
CREATE TABLE account (
    id BLOB PRIMARY KEY,
    role TEXT NOT NULL,
    -- The name as chosen, and the form in which names are compared.
    name TEXT,
    name_key TEXT UNIQUE,
    -- The one record that is this person's own.
    record BLOB UNIQUE REFERENCES record (id),
    -- argon2id in PHC form.
    passphrase TEXT,
    language TEXT,
    zone TEXT NOT NULL,
    -- Wrong passphrases in a row; at 100 this way is closed.
    failures INTEGER NOT NULL,
    disabled_at INTEGER,
    enrolled_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE account_team (
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    team BLOB NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    PRIMARY KEY (account, team)
) STRICT;
CREATE INDEX account_team_team ON account_team (team);

-- A letter. `code` is the keyed hash of what is printed on it.
CREATE TABLE invitation (
    id BLOB PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    code BLOB NOT NULL UNIQUE,
    -- The keyed hash of the second thing the person knows: the date of birth, or a number that
    -- members of staff are told apart from the letter.
    confirm BLOB NOT NULL,
    -- Wrong second things; at 5 the letter is dead.
    failures INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    -- A newer letter took its place.
    voided_at INTEGER
) STRICT;
CREATE INDEX invitation_account ON invitation (account);

-- Someone whose code and second thing were right and who is now choosing a name.
CREATE TABLE enrolment (
    token BLOB PRIMARY KEY,
    invitation BLOB NOT NULL REFERENCES invitation (id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX enrolment_invitation ON enrolment (invitation);

CREATE TABLE session (
    id BLOB PRIMARY KEY,
    token BLOB NOT NULL UNIQUE,
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX session_account ON session (account);

-- Wrong tries by the keyed hash of what they were aimed at (a name) or came from (an address).
CREATE TABLE attempt (
    target BLOB PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;

-- What someone typed into a form that was refused or met an ended session: sealed, short-lived.
CREATE TABLE draft (
    id BLOB PRIMARY KEY,
    account BLOB REFERENCES account (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_expires ON draft (expires_at);
CREATE INDEX draft_account ON draft (account);
