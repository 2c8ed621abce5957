-- Instruments of the symptom diary, a row a version; rows are only ever added. `title` and `body` are the
-- JSON of domain::diary::instrument::Texts and Instrument, `source` the FHIR Questionnaire as it came.
CREATE TABLE diary_instrument (
    id UUID PRIMARY KEY,
    url TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    source TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (url, version)
);
