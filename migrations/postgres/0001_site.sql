-- The clinic that runs this Daybook, and its teams. Bodies are JSON of domain::site types.
CREATE TABLE site (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    body TEXT NOT NULL
);

CREATE TABLE team (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
);
