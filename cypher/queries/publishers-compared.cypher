// How publishers report two actors
// Affirmed and negated statements between two actors per publisher, with the share of conflict in percent.
// Shows: table
// $a text, e.g. 'Iran': the first actor: a name, alias or code; a country stands for its leaders and organizations too
// $b text, e.g. 'Azerbaijan': the second actor
// $from date = null: the first day, month or year; null for no bound
// $to date = null: the last day, month or year, all of it; null for no bound
// :param {a: 'Iran', b: 'Azerbaijan', from: null, to: null}

MATCH (x:Entity) WHERE toLower($a) IN x.names
MATCH (m:Entity) WHERE m.id = x.id OR (x:Country AND m.code = x.code)
WITH collect(DISTINCT m.id) AS sideA
MATCH (y:Entity) WHERE toLower($b) IN y.names
MATCH (n:Entity) WHERE n.id = y.id OR (y:Country AND n.code = y.code)
WITH sideA, collect(DISTINCT n.id) AS sideB
UNWIND sideA + [id IN sideB WHERE NOT id IN sideA] AS id
MATCH (p:Entity {id: id})<-[:SOURCE]-(s:Statement)-[:TARGET]->(q:Entity)
WHERE (p.id IN sideA AND q.id IN sideB) OR (p.id IN sideB AND q.id IN sideA)
MATCH (s)<-[:STATES]-(article:Article)
WITH s, article, coalesce(s.date, s.reportedOn) AS day
WHERE s.quad IS NOT NULL AND ($from IS NULL OR day >= $from) AND ($to IS NULL OR day <= $to + '-99')
WITH coalesce(article.publisher, '') AS publisher, count(s) AS statements, count(DISTINCT article.id) AS articles,
     sum(CASE WHEN s.polarity = 'negated' THEN 1 ELSE 0 END) AS negated,
     sum(CASE WHEN s.quad >= 3 THEN 1 ELSE 0 END) AS conflict
RETURN publisher, articles, statements, negated, conflict, 100 * conflict / statements AS percentConflict
ORDER BY statements DESC, publisher
