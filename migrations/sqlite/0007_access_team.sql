-- Whose record is whose: the teams that care for a person. Their members may read the record.
CREATE TABLE record_team (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    team BLOB NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    PRIMARY KEY (record, team)
) STRICT;
CREATE INDEX record_team_team ON record_team (team);
