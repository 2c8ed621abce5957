-- The people of a team as its list shows them: by this form of their name (domain::results::searchable).
ALTER TABLE record_team ADD COLUMN name_key TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX record_team_list ON record_team (team, name_key, record);

-- Every word by which a person is found: of their name and of their identifiers in the same form, and
-- `*YYYY-MM-DD` for the date of birth (domain::worklist::Search).
CREATE TABLE person_word (
    word TEXT COLLATE "C" NOT NULL,
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    PRIMARY KEY (word, record)
);
CREATE INDEX person_word_record ON person_word (record, word);

-- In whose name someone read or changed something, and how many things came; NULL where it has no sense.
ALTER TABLE audit ADD COLUMN team UUID;
ALTER TABLE audit ADD COLUMN things BIGINT;
