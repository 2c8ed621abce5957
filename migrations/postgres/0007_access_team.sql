-- Whose record is whose: the teams that care for a person. Their members may read the record.
CREATE TABLE record_team (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    team UUID NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    PRIMARY KEY (record, team)
);
CREATE INDEX record_team_team ON record_team (team);
