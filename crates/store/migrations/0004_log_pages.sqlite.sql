-- SPDX-License-Identifier: EUPL-1.2
WITH RECURSIVE part (segment, seq, at, word, rest) AS (
  SELECT segment, seq, at, '', pathways || ' ' FROM access_log WHERE pathways <> ''
  UNION ALL
  SELECT segment, seq, at, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
  FROM part
  WHERE rest <> ''
)
INSERT INTO log_pathway (pathway, at, segment, seq)
SELECT DISTINCT word, at, segment, seq FROM part WHERE word <> '';
