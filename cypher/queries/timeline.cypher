// Timeline of two actors
// Affirmed statements per month, in PLOVER's four classes: words and deeds of cooperation and of conflict.
// Shows: table
// $a text, e.g. 'Iran': the first actor: a name, alias or code; a country stands for its leaders and organizations too
// $b text = null: the second actor; null for everyone
// $from date = null: the first day, month or year; null for no bound
// $to date = null: the last day, month or year, all of it; null for no bound
// :param {a: 'Iran', b: null, from: null, to: null}

MATCH (x:Entity) WHERE toLower($a) IN x.names
MATCH (m:Entity) WHERE m.id = x.id OR (x:Country AND m.code = x.code)
WITH collect(DISTINCT m.id) AS sideA
OPTIONAL MATCH (y:Entity) WHERE toLower($b) IN y.names
OPTIONAL MATCH (n:Entity) WHERE n.id = y.id OR (y:Country AND n.code = y.code)
WITH sideA, collect(DISTINCT n.id) AS sideB
UNWIND sideA AS id
MATCH (p:Entity {id: id})<-[:SOURCE|TARGET]-(s:Statement)-[:SOURCE|TARGET]->(q:Entity)
WHERE s.polarity = 'affirmed' AND s.quad IS NOT NULL AND ($b IS NULL OR q.id IN sideB)
// Once each: also what an actor does to its own side.
WITH DISTINCT s
WITH s, coalesce(s.date, s.reportedOn) AS day
WHERE day IS NOT NULL AND ($from IS NULL OR day >= $from) AND ($to IS NULL OR day <= $to + '-99')
RETURN left(day, 7) AS month,
       sum(CASE WHEN s.quad = 1 THEN 1 ELSE 0 END) AS verbalCooperation,
       sum(CASE WHEN s.quad = 2 THEN 1 ELSE 0 END) AS materialCooperation,
       sum(CASE WHEN s.quad = 3 THEN 1 ELSE 0 END) AS verbalConflict,
       sum(CASE WHEN s.quad = 4 THEN 1 ELSE 0 END) AS materialConflict
ORDER BY month
