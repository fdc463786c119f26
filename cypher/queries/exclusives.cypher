// What only one publisher reports
// Direct edges that rest on one publisher alone, the best attested first.
// Shows: table
// $publisher text = null: the publisher; null for any
// $limit count = 50: at most so many rows
// :param {publisher: null, limit: 50}

MATCH (article:Article)-[:STATES]->(s:Statement)
WHERE s.polarity = 'affirmed' AND article.publisher IS NOT NULL
WITH s.edge AS edge, count(DISTINCT article.publisher) AS publishers, min(article.publisher) AS publisher,
     count(s) AS statements, count(DISTINCT article.id) AS articles, min(s.id) AS first,
     min(coalesce(s.date, s.reportedOn)) AS firstDate
WHERE publishers = 1 AND ($publisher IS NULL OR toLower(publisher) = toLower($publisher))
MATCH (s:Statement {id: first})-[:SOURCE]->(p:Entity)
MATCH (s)-[:TARGET]->(q:Entity)
RETURN publisher, p.name AS source, s.relation AS relation, q.name AS target, statements, articles, firstDate,
       s.sentence AS sentence
ORDER BY statements DESC, publisher, source, relation, target
LIMIT $limit
