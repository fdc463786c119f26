// Relations between two actors
// Every statement between them, in either direction, newest first: who did what to whom, with which weapon,
// whether it is affirmed, how real it is, who says so, and the sentence and article it rests on.
// Shows: table
// $a text, e.g. 'Iran': the first actor: a name, alias or code; a country stands for its leaders and organizations too
// $b text, e.g. 'Azerbaijan': the second actor
// $from date = null: the first day, month or year; null for no bound
// $to date = null: the last day, month or year, all of it; null for no bound
// $limit count = 200: at most so many rows
// :param {a: 'Iran', b: 'Azerbaijan', from: null, to: null, limit: 200}

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
WITH s, p, q, article, coalesce(s.date, s.reportedOn) AS day
// '-99' makes a partial date cover all its days.
WHERE ($from IS NULL OR day >= $from) AND ($to IS NULL OR day <= $to + '-99')
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
OPTIONAL MATCH (s)-[:INVOLVES]->(w:Entity)
WITH s, p, q, article, day, speaker, w
ORDER BY w.name
WITH s, p, q, article, day, speaker, collect(w.name) AS weapons
ORDER BY coalesce(day, '') DESC, s.id
LIMIT $limit
RETURN day, p.name AS source, s.relation AS relation, q.name AS target, weapons, s.polarity AS polarity,
       s.modality AS modality, speaker.name AS saidBy, s.sentence AS sentence, article.title AS title,
       article.publisher AS publisher, article.url AS url, article.id AS article, s.confidence AS confidence
