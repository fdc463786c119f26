// Who accuses whom
// Accusations by accuser and accused, the most frequent first, with the sentence of the newest.
// Shows: table
// $actor text = null: a name, alias or code of the accuser or the accused; null for all
// $limit count = 100: at most so many rows
// :param {actor: null, limit: 100}

OPTIONAL MATCH (c:Country) WHERE toLower($actor) IN c.names
WITH collect(c.code) AS codes
MATCH (s:Statement {relation: 'ACCUSES'})-[:SOURCE]->(p:Entity)
MATCH (s)-[:TARGET]->(q:Entity)
WHERE s.polarity = 'affirmed'
  AND ($actor IS NULL OR toLower($actor) IN p.names OR toLower($actor) IN q.names
    OR p.code IN codes OR q.code IN codes)
WITH p, q, s, coalesce(s.date, s.reportedOn) AS day
ORDER BY coalesce(day, '') DESC, s.id
WITH p, q, count(s) AS statements, min(day) AS firstDate, max(day) AS lastDate, collect(s.sentence) AS sentences
RETURN p.name AS accuser, q.name AS accused, statements, firstDate, lastDate, head(sentences) AS newest
ORDER BY statements DESC, accuser, accused
LIMIT $limit
