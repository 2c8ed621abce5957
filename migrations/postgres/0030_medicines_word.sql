-- What the record said of a medicine that came from it, from when on: the last one holds.
CREATE TABLE medicine_word (
    record UUID NOT NULL,
    medicine UUID NOT NULL,
    -- When it was published.
    since BIGINT NOT NULL,
    -- on-hold, stopped, not-to-take, withdrawn, not-taken or completed; NULL: it is to be taken.
    says TEXT,
    -- Why, in the clinic's words.
    why TEXT NOT NULL,
    -- What of the record says it; NULL: nothing.
    item UUID,
    PRIMARY KEY (record, medicine, since),
    FOREIGN KEY (record, medicine) REFERENCES medicine (record, id) ON DELETE CASCADE
);
