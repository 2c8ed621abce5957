-- How often a person is asked, and with which instrument. Who has no row is asked as the site begins.
-- `schedule` is the JSON of domain::diary::schedule::Schedule.
CREATE TABLE diary_plan (
    record UUID NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    schedule TEXT NOT NULL,
    -- Who of the care team set it; NULL: it is as it begins, but for the days after an alert.
    account UUID,
    changed_at BIGINT NOT NULL
);

-- What people reported. The id is made on the device. `flags` is the JSON of the red flags that were
-- ticked, NULL when they were not answered; `answers` is that of domain::diary::answer::Answers, `said`
-- that of domain::diary::report::Report.
CREATE TABLE diary_report (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    id UUID NOT NULL,
    instrument UUID NOT NULL,
    account UUID NOT NULL,
    author TEXT NOT NULL,
    -- The first of the reports that correct each other.
    subject UUID NOT NULL,
    -- The report that this one corrects, and of that one the report that does.
    corrects UUID,
    corrected_by UUID,
    started_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    -- NULL: not sent yet.
    sent_at BIGINT,
    flags TEXT,
    answers TEXT NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (record, id)
);
CREATE INDEX diary_report_course ON diary_report (record, started_at, id);

-- Something noted between reports: a symptom, when, how bad, and words of one's own.
CREATE TABLE diary_entry (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    id UUID NOT NULL,
    account UUID NOT NULL,
    author TEXT NOT NULL,
    symptom TEXT NOT NULL,
    level BIGINT,
    happened_at BIGINT NOT NULL,
    note TEXT NOT NULL,
    noted_at BIGINT NOT NULL,
    -- When it was taken back; NULL: it holds.
    withdrawn_at BIGINT,
    PRIMARY KEY (record, id)
);
CREATE INDEX diary_entry_course ON diary_entry (record, happened_at, id);

-- What was found in a report each time it was looked at, with the rules that found it. `body` is the
-- JSON of domain::diary::alert::Alert, `parts` the levels that it was found with.
CREATE TABLE diary_alert (
    record UUID NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    subject UUID NOT NULL,
    report UUID NOT NULL,
    found_at BIGINT NOT NULL,
    place BIGINT NOT NULL,
    -- new, joined, muted or soft
    outcome TEXT NOT NULL,
    body TEXT NOT NULL,
    parts TEXT NOT NULL,
    rules TEXT NOT NULL,
    profile TEXT NOT NULL,
    -- The item of the worklist that it went into.
    item UUID,
    PRIMARY KEY (record, subject, found_at, report, place)
);
CREATE INDEX diary_alert_item ON diary_alert (record, item);
