-- What a person sees of each visible resource. `body` is the JSON of domain::results::Item; the
-- other columns are what lists are made by.
CREATE TABLE item (
    id UUID NOT NULL,
    from_no BIGINT NOT NULL,
    until_no BIGINT NOT NULL,
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    -- The number of the import that first brought it.
    first_no BIGINT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- Local time as text that sorts (domain::time::PartialDate::sort_key), '' when unknown.
    sort_key TEXT COLLATE "C" NOT NULL,
    -- The key of the panel it belongs to; its own key when it leads one; NULL when it stands alone.
    panel TEXT,
    -- Whether it has its own line in the timeline.
    head BIGINT NOT NULL,
    analyte TEXT,
    -- 0 nothing to say, 1 outside this laboratory's range, 2 marked by the laboratory to act on.
    flag BIGINT NOT NULL,
    title TEXT NOT NULL,
    search TEXT NOT NULL,
    -- JSON of domain::results::Line: what a list shows, so that lists need not read bodies.
    line TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (id, from_no)
);
CREATE INDEX item_timeline ON item (record, sort_key DESC, id DESC) WHERE head = 1;
CREATE INDEX item_kind ON item (record, kind, sort_key DESC, id DESC) WHERE head = 1;
CREATE INDEX item_panel ON item (record, panel);
CREATE INDEX item_analyte ON item (record, analyte, sort_key) WHERE analyte IS NOT NULL;
CREATE INDEX item_key ON item (record, key);
CREATE INDEX item_new ON item (record, first_no) WHERE head = 1;
CREATE INDEX item_staged ON item (record, from_no);

-- What someone has opened, so that "new" is cleared by looking and by nothing else.
CREATE TABLE look (
    account UUID NOT NULL,
    item UUID NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account, item)
);

-- What was published when someone came: only what arrives later is new to them.
CREATE TABLE look_since (
    account UUID NOT NULL,
    record UUID NOT NULL,
    no BIGINT NOT NULL,
    PRIMARY KEY (account, record)
);
