-- SPDX-License-Identifier: EUPL-1.2
-- Logging in. A session knows whose it is, when that person last proved who they are, and where. Sessions begin anew: those
-- that ran do not know it. An attempt is a log-in under way. A provider's user is a member of staff. A second factor
-- belongs to a local account.

DROP TABLE session;
CREATE TABLE session (
  token_hash TEXT NOT NULL PRIMARY KEY,
  employment TEXT NOT NULL,
  staff TEXT NOT NULL,
  created BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  authenticated BIGINT NOT NULL,
  csrf TEXT NOT NULL,
  lang TEXT NOT NULL,
  issuer TEXT,
  subject TEXT,
  provider_session TEXT
) WITHOUT ROWID;
CREATE INDEX session_by_employment ON session (employment);
CREATE INDEX session_by_staff ON session (staff);
CREATE INDEX session_by_subject ON session (issuer, subject);
CREATE INDEX session_by_expiry ON session (expires);

CREATE TABLE login_attempt (
  key_hash TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL,
  expires BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX login_attempt_by_expiry ON login_attempt (expires);

CREATE TABLE provider_user (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  staff TEXT NOT NULL,
  linked BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
) WITHOUT ROWID;

CREATE TABLE second_factor (
  username TEXT NOT NULL PRIMARY KEY,
  secret TEXT NOT NULL,
  confirmed BIGINT NOT NULL,
  last_step BIGINT NOT NULL
) WITHOUT ROWID;
