-- SPDX-License-Identifier: EUPL-1.2
-- What is written stays. The one exception is an entry's body that the erasure ledger names.

CREATE FUNCTION traad_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE FUNCTION traad_entry_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.document IS NULL AND new.salt IS NULL
    AND new.pathway = old.pathway AND new.seq = old.seq AND new.id = old.id AND new.recorded = old.recorded
    AND new.prev = old.prev AND new.hash = old.hash AND new.digest = old.digest
    AND new.topic IS NOT DISTINCT FROM old.topic
    AND EXISTS (SELECT 1 FROM erasure WHERE erasure.entry = old.id AND erasure.pathway = old.pathway)
  THEN
    RETURN new;
  END IF;
  RAISE EXCEPTION 'append-only: entry' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER entry_keep BEFORE UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION traad_entry_keep();
CREATE TRIGGER entry_stay BEFORE DELETE ON entry FOR EACH ROW EXECUTE FUNCTION traad_append_only();
CREATE TRIGGER entry_whole BEFORE TRUNCATE ON entry EXECUTE FUNCTION traad_append_only();

CREATE TRIGGER erasure_keep BEFORE UPDATE OR DELETE ON erasure FOR EACH ROW EXECUTE FUNCTION traad_append_only();
CREATE TRIGGER erasure_whole BEFORE TRUNCATE ON erasure EXECUTE FUNCTION traad_append_only();

CREATE TRIGGER record_keep BEFORE UPDATE OR DELETE ON record FOR EACH ROW EXECUTE FUNCTION traad_append_only();
CREATE TRIGGER record_whole BEFORE TRUNCATE ON record EXECUTE FUNCTION traad_append_only();

CREATE TRIGGER access_log_keep BEFORE UPDATE OR DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION traad_append_only();
CREATE TRIGGER access_log_whole BEFORE TRUNCATE ON access_log EXECUTE FUNCTION traad_append_only();
