-- The zone of a device of which its person said that they keep the time of home; when it shows yet another time
-- they are asked anew.
ALTER TABLE account ADD COLUMN kept_zone TEXT;

-- Whether notices of a kind are shown in the page too, while Daybook is open.
ALTER TABLE reminder_choice ADD COLUMN in_page INTEGER NOT NULL DEFAULT 1;
