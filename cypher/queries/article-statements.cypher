// What an article states
// The statements of one article, by its id, address or title.
// Shows: table
// $article text, e.g. 'gulf-1': the article's id, url or title
// :param {article: 'gulf-1'}

MATCH (article:Article)
WHERE article.id = $article OR article.url = $article OR article.title = $article
MATCH (article)-[:STATES]->(s:Statement)
MATCH (s)-[:SOURCE]->(p:Entity)
MATCH (s)-[:TARGET]->(q:Entity)
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
OPTIONAL MATCH (s)-[:INVOLVES]->(w:Entity)
WITH article, s, p, q, speaker, w
ORDER BY w.name
WITH article, s, p, q, speaker, collect(w.name) AS weapons
RETURN article.title AS title, p.name AS source, s.relation AS relation, q.name AS target, weapons,
       s.polarity AS polarity, s.modality AS modality, s.date AS date, speaker.name AS saidBy,
       s.sentence AS sentence, s.trigger AS trigger, s.rule AS rule, s.confidence AS confidence
ORDER BY article.id, sentence, relation, source, target, s.id
