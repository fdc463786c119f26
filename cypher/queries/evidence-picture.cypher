// Evidence between two actors, as a picture
// The statements between them with the articles that make them: article, statement, source and target.
// Shows: picture
// $a text, e.g. 'Iran': the first actor: a name, alias or code; a country stands for its leaders and organizations too
// $b text, e.g. 'Azerbaijan': the second actor
// $from date = null: the first day, month or year; null for no bound
// $to date = null: the last day, month or year, all of it; null for no bound
// $limit count = 50: at most so many rows
// :param {a: 'Iran', b: 'Azerbaijan', from: null, to: null, limit: 50}

MATCH (x:Entity) WHERE toLower($a) IN x.names
MATCH (m:Entity) WHERE m.id = x.id OR (x:Country AND m.code = x.code)
WITH collect(DISTINCT m.id) AS sideA
MATCH (y:Entity) WHERE toLower($b) IN y.names
MATCH (n:Entity) WHERE n.id = y.id OR (y:Country AND n.code = y.code)
WITH sideA, collect(DISTINCT n.id) AS sideB
UNWIND sideA + [id IN sideB WHERE NOT id IN sideA] AS id
MATCH (p:Entity {id: id})<-[:SOURCE]-(s:Statement)-[:TARGET]->(q:Entity)
WHERE (p.id IN sideA AND q.id IN sideB) OR (p.id IN sideB AND q.id IN sideA)
WITH s, p, q, coalesce(s.date, s.reportedOn) AS day
WHERE ($from IS NULL OR day >= $from) AND ($to IS NULL OR day <= $to + '-99')
WITH s, p, q, day
ORDER BY coalesce(day, '') DESC, s.id
LIMIT $limit
MATCH path = (p)<-[:SOURCE]-(s)-[:TARGET]->(q)
MATCH stated = (s)<-[:STATES]-(:Article)
RETURN path, stated
ORDER BY coalesce(day, '') DESC, s.id
