-- SPDX-License-Identifier: EUPL-1.2
-- Journal, projections, records, accounts and logs. One text for both engines: TEXT, BIGINT (instants in milliseconds
-- since 1970 UTC, counters, flags 0/1). On PostgreSQL every TEXT is given the collation "C", so that both engines order
-- alike, and WITHOUT ROWID, which keeps a row in the page of its key, falls away. `prints` tells which projection rows a pathway has and how they look. Columns named `sort` are written by the store so that one index gives a list its order.

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE entry (
  pathway TEXT NOT NULL,
  seq BIGINT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  recorded BIGINT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL,
  digest TEXT NOT NULL,
  topic TEXT,
  document TEXT,
  salt TEXT,
  PRIMARY KEY (pathway, seq),
  CHECK (seq > 0),
  CHECK ((document IS NULL) = (salt IS NULL))
);

-- Which bodies were taken away by a decision, and which entry says so. A restored copy is brought up to it.
CREATE TABLE erasure (
  entry TEXT NOT NULL PRIMARY KEY,
  pathway TEXT NOT NULL,
  erased_by TEXT NOT NULL,
  recorded BIGINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE pathway_header (
  pathway TEXT NOT NULL PRIMARY KEY,
  head_seq BIGINT NOT NULL,
  head_hash TEXT NOT NULL,
  head_recorded BIGINT NOT NULL,
  case_number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  phase TEXT NOT NULL,
  home_municipality TEXT NOT NULL,
  termin TEXT,
  next_change BIGINT,
  projection_version BIGINT NOT NULL,
  closed BIGINT NOT NULL,
  document TEXT NOT NULL,
  prints TEXT NOT NULL
);
CREATE INDEX pathway_header_next_change ON pathway_header (next_change, pathway) WHERE next_change IS NOT NULL;

CREATE TABLE pathway_unit (
  pathway TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (pathway, unit)
) WITHOUT ROWID;
CREATE INDEX pathway_unit_by_unit ON pathway_unit (unit, pathway);

CREATE TABLE duty (
  pathway TEXT NOT NULL,
  rule TEXT NOT NULL,
  key TEXT NOT NULL,
  category TEXT NOT NULL,
  strength TEXT NOT NULL,
  owner_unit TEXT NOT NULL,
  owner_person TEXT,
  start_entry TEXT NOT NULL,
  opens BIGINT NOT NULL,
  due BIGINT,
  status TEXT NOT NULL,
  termin TEXT,
  sort TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (pathway, rule, key)
) WITHOUT ROWID;
CREATE INDEX duty_by_unit ON duty (owner_unit, sort, pathway, rule, key, owner_person, category);
CREATE INDEX duty_by_person ON duty (owner_unit, owner_person, sort, pathway, rule, key, category)
  WHERE owner_person IS NOT NULL;

CREATE TABLE inbox (
  pathway TEXT NOT NULL,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  unit TEXT NOT NULL,
  received BIGINT NOT NULL,
  status TEXT NOT NULL,
  open BIGINT NOT NULL,
  due BIGINT,
  sort TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (pathway, kind, ref, unit)
) WITHOUT ROWID;
CREATE INDEX inbox_by_unit ON inbox (unit, kind, sort, pathway, ref);

CREATE TABLE search_name (
  token TEXT NOT NULL,
  pathway TEXT NOT NULL,
  PRIMARY KEY (token, pathway)
) WITHOUT ROWID;
CREATE INDEX search_name_by_pathway ON search_name (pathway, token);

CREATE TABLE search_identifier (
  system TEXT NOT NULL,
  value TEXT NOT NULL,
  pathway TEXT NOT NULL,
  PRIMARY KEY (system, value, pathway)
) WITHOUT ROWID;
CREATE INDEX search_identifier_by_pathway ON search_identifier (pathway, system, value);

-- Persons, units, staff, employments, agreements, seats: every version is kept; the highest is the current one.
CREATE TABLE record (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  recorded BIGINT NOT NULL,
  recorded_by TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (kind, id, version)
);

CREATE TABLE person_name (
  token TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (token, person)
) WITHOUT ROWID;
CREATE INDEX person_name_by_person ON person_name (person, token);

CREATE TABLE person_identifier (
  system TEXT NOT NULL,
  value TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (system, value, person)
) WITHOUT ROWID;
CREATE INDEX person_identifier_by_person ON person_identifier (person, system, value);

CREATE TABLE account (
  username TEXT NOT NULL PRIMARY KEY,
  password_hash TEXT NOT NULL,
  staff TEXT NOT NULL,
  failed BIGINT NOT NULL,
  locked_until BIGINT
) WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT NOT NULL PRIMARY KEY,
  employment TEXT NOT NULL,
  created BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  csrf TEXT NOT NULL,
  lang TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_by_employment ON session (employment);
CREATE INDEX session_by_expiry ON session (expires);

CREATE TABLE draft (
  author TEXT NOT NULL,
  form TEXT NOT NULL,
  key TEXT NOT NULL,
  document TEXT NOT NULL,
  saved BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  PRIMARY KEY (author, form, key)
);
CREATE INDEX draft_by_expiry ON draft (expires);

CREATE TABLE submission (
  author TEXT NOT NULL,
  id TEXT NOT NULL,
  result TEXT NOT NULL,
  recorded BIGINT NOT NULL,
  PRIMARY KEY (author, id)
) WITHOUT ROWID;

CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  document TEXT NOT NULL,
  created BIGINT NOT NULL,
  sent BIGINT
);
CREATE INDEX outbox_unsent ON outbox (created, id) WHERE sent IS NULL;

CREATE TABLE access_log (
  segment TEXT NOT NULL,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  employment TEXT NOT NULL,
  unit TEXT NOT NULL,
  function TEXT NOT NULL,
  action TEXT NOT NULL,
  pathways TEXT NOT NULL,
  purpose TEXT NOT NULL,
  reason TEXT NOT NULL,
  outcome TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (segment, seq)
) WITHOUT ROWID;
