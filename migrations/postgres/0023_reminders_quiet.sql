-- Whether the quiet hours hold for reminders of medicines too: only where the person said so. Who had chosen hours
-- of their own had chosen them for every notice.
ALTER TABLE reminder ADD COLUMN quiet_medicines BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE reminder SET quiet_medicines = TRUE WHERE quiet_from <> 21 OR quiet_until <> 8;
