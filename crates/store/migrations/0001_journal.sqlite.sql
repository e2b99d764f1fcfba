-- SPDX-License-Identifier: EUPL-1.2
-- What is written stays. The one exception is an entry's body that the erasure ledger names.

CREATE TRIGGER entry_keep BEFORE UPDATE ON entry
WHEN NOT (
  new.document IS NULL AND new.salt IS NULL
  AND new.pathway = old.pathway AND new.seq = old.seq AND new.id = old.id AND new.recorded = old.recorded
  AND new.prev = old.prev AND new.hash = old.hash AND new.digest = old.digest AND new.topic IS old.topic
  AND EXISTS (SELECT 1 FROM erasure WHERE erasure.entry = old.id AND erasure.pathway = old.pathway)
)
BEGIN SELECT RAISE(ABORT, 'append-only: entry'); END;
CREATE TRIGGER entry_stay BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'append-only: entry'); END;

CREATE TRIGGER erasure_keep BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'append-only: erasure'); END;
CREATE TRIGGER erasure_stay BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'append-only: erasure'); END;

CREATE TRIGGER record_keep BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'append-only: record'); END;
CREATE TRIGGER record_stay BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'append-only: record'); END;

CREATE TRIGGER access_log_keep BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'append-only: access_log'); END;
CREATE TRIGGER access_log_stay BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'append-only: access_log'); END;
