-- The code app of an account.
CREATE TABLE totp (
    account UUID PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    -- What the app makes its codes from, sealed.
    secret BYTEA NOT NULL,
    -- The half minute of the last code that was used: a code works once.
    last_step BIGINT NOT NULL,
    -- Wrong codes in a row; at 100 the app opens nothing any more, recovery codes still do.
    failures BIGINT NOT NULL,
    confirmed_at BIGINT NOT NULL
);

-- For a lost phone: each opens once. Only keyed hashes are here.
CREATE TABLE recovery_code (
    code BYTEA PRIMARY KEY,
    account UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    used_at BIGINT
);
CREATE INDEX recovery_code_account ON recovery_code (account);

-- Someone whose name and passphrase were right and who now types a code.
CREATE TABLE sign_in_ticket (
    token BYTEA PRIMARY KEY,
    account UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sign_in_ticket_account ON sign_in_ticket (account);
