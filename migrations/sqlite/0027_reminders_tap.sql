-- What a tap on a notification may do.

-- By which a push is found when it is tapped: random, so that nothing can be read in it; NULL: nothing is done by a tap.
ALTER TABLE push ADD COLUMN handle BLOB;
CREATE UNIQUE INDEX push_handle ON push (handle);

-- The one dose that a notice is about (domain::medicines::Slot of a medicine); NULL: none, or several.
ALTER TABLE notice ADD COLUMN medicine BLOB;
ALTER TABLE notice ADD COLUMN slot_day TEXT;
ALTER TABLE notice ADD COLUMN slot_number INTEGER;
