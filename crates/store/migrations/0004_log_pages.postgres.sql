-- SPDX-License-Identifier: EUPL-1.2
INSERT INTO log_pathway (pathway, at, segment, seq)
SELECT DISTINCT word, at, segment, seq
FROM access_log, unnest(string_to_array(pathways, ' ')) AS word
WHERE word <> '';
