-- SPDX-License-Identifier: EUPL-1.2
-- That a duty became overdue is told to the leader of the unit that owes it, once for each duty, however often it is
-- derived again. `seen` is when the leader had seen it.

CREATE TABLE overdue_notice (
  unit TEXT NOT NULL,
  pathway TEXT NOT NULL,
  rule TEXT NOT NULL,
  key TEXT NOT NULL,
  due BIGINT NOT NULL,
  seen BIGINT,
  PRIMARY KEY (unit, pathway, rule, key)
) WITHOUT ROWID;
CREATE INDEX overdue_notice_unseen ON overdue_notice (unit, pathway, rule, key) WHERE seen IS NULL;
