-- SPDX-License-Identifier: EUPL-1.2
-- Notices by e-mail. `outbox_about` says of a message that waits whom it is for and what it comes of, so that it goes away
-- with that; ids only. `due` is when it is tried next. Who wants to be told, and where, stands in `notice_choice` and nowhere
-- else: when they stop it, it is gone.

CREATE TABLE outbox_about (
  message TEXT NOT NULL PRIMARY KEY,
  recipient TEXT NOT NULL,
  pathway TEXT NOT NULL,
  entry TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  due BIGINT NOT NULL,
  problem TEXT
) WITHOUT ROWID;
CREATE INDEX outbox_about_due ON outbox_about (due, recipient);
CREATE INDEX outbox_about_by_recipient ON outbox_about (recipient, due);
CREATE INDEX outbox_about_by_pathway ON outbox_about (pathway);
CREATE INDEX outbox_about_by_entry ON outbox_about (entry);

CREATE TABLE notice_choice (
  recipient TEXT NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  scope TEXT NOT NULL,
  chosen BIGINT NOT NULL,
  told BIGINT
) WITHOUT ROWID;
