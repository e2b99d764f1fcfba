-- SPDX-License-Identifier: EUPL-1.2
-- The log is read by unit, by employment and by pathway, each a range of one index. What a line tells of several pathways
-- is found by each of them; the lines themselves stay as they were written.

CREATE TABLE log_pathway (
  pathway TEXT NOT NULL,
  at BIGINT NOT NULL,
  segment TEXT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (pathway, at, segment, seq)
) WITHOUT ROWID;
CREATE INDEX access_log_by_unit ON access_log (unit, at, segment, seq);
CREATE INDEX access_log_by_employment ON access_log (employment, at, segment, seq);
