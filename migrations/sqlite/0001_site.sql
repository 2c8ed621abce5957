-- The clinic that runs this Daybook, and its teams. Bodies are JSON of domain::site types.
CREATE TABLE site (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    body TEXT NOT NULL
) STRICT;

CREATE TABLE team (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;
