-- When this session last showed a second factor; NULL: it never did.
ALTER TABLE session ADD COLUMN second_factor_at INTEGER;
-- When this session last showed any factor again (a step up); NULL: not since it began.
ALTER TABLE session ADD COLUMN fresh_at INTEGER;
