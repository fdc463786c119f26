// Who speaks for an actor
// Leaders and organizations of an actor that sentences are attributed to, the most quoted first.
// Shows: table
// $actor text, e.g. 'Iran': a name, alias or code; a country stands for its leaders and organizations too
// $from date = null: the first day, month or year; null for no bound
// $to date = null: the last day, month or year, all of it; null for no bound
// $limit count = 50: at most so many rows
// :param {actor: 'Iran', from: null, to: null, limit: 50}

MATCH (x:Entity) WHERE toLower($actor) IN x.names
MATCH (m:Entity) WHERE m.id = x.id OR (x:Country AND m.code = x.code)
WITH collect(DISTINCT m.id) AS ids
UNWIND ids AS id
MATCH (speaker:Entity {id: id})<-[:SAID_BY]-(s:Statement)<-[:STATES]-(article:Article)
WITH speaker, s, article, coalesce(s.date, s.reportedOn) AS day
WHERE ($from IS NULL OR day >= $from) AND ($to IS NULL OR day <= $to + '-99')
RETURN speaker.name AS speaker,
       CASE WHEN speaker:Leader THEN 'leader' WHEN speaker:Organization THEN 'organization' ELSE 'country' END AS kind,
       count(s) AS statements, count(DISTINCT article.id) AS articles, min(day) AS firstDate, max(day) AS lastDate
ORDER BY statements DESC, speaker
LIMIT $limit
