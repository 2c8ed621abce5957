-- What the record needs beyond what a resource says of itself.

-- The address under which a resource stood in its Bundle: what is exported is found by it again.
ALTER TABLE resource ADD COLUMN full_url TEXT;

-- What is exported goes out in the order in which it came.
CREATE INDEX resource_record ON resource (record, id);

-- Which values a report or group lists, so that a value that comes later finds its place.
CREATE TABLE panel_value (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    panel TEXT NOT NULL,
    PRIMARY KEY (record, value, panel)
);

CREATE INDEX look_item ON look (item);
