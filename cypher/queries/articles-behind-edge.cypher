// Articles behind an edge
// The sentences and articles that one direct edge rests on, newest first; also those that negate it.
// Shows: table
// $source text, e.g. 'Iran': who acts
// $relation text, e.g. 'ACCUSES': the relation
// $target text, e.g. 'Azerbaijan': whom it is done to
// $limit count = 100: at most so many rows
// :param {source: 'Iran', relation: 'ACCUSES', target: 'Azerbaijan', limit: 100}

MATCH (p:Entity) WHERE toLower($source) IN p.names
MATCH (q:Entity) WHERE toLower($target) IN q.names
MATCH (p)<-[:SOURCE]-(s:Statement)-[:TARGET]->(q)
WHERE s.relation = toUpper($relation)
MATCH (s)<-[:STATES]-(article:Article)
RETURN coalesce(s.date, s.reportedOn) AS day, s.polarity AS polarity, s.modality AS modality,
       s.sentence AS sentence, article.title AS title, article.publisher AS publisher,
       article.publishedOn AS publishedOn, article.url AS url, article.id AS article
ORDER BY coalesce(day, '') DESC, article, s.id
LIMIT $limit
