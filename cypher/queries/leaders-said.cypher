// What leaders said while someone was in office
// What leaders of one actor said of, or did to, another while a given person held an office, by the gazetteer's dates.
// A bound known only to the month or year is read generously, as everywhere in Araxes.
// Shows: table
// $a text, e.g. 'Iran': whose leaders: a name, alias or code
// $b text, e.g. 'Azerbaijan': of whom
// $holder text, e.g. 'Ebrahim Raisi': while this person was in office
// $office text = 'president': which office, a key of gazetteer/titles.yaml
// $limit count = 100: at most so many rows
// :param {a: 'Iran', b: 'Azerbaijan', holder: 'Ebrahim Raisi', office: 'president', limit: 100}

OPTIONAL MATCH (c:Country) WHERE toLower($b) IN c.names
WITH collect(c.code) AS codes
MATCH (h:Leader)-[held:HELD]->()
WHERE toLower($holder) IN h.names AND held.office = $office
MATCH (x:Country) WHERE toLower($a) IN x.names
MATCH (leader:Leader) WHERE leader.code = x.code
MATCH (leader)<-[:SOURCE|SAID_BY]-(s:Statement)
WITH DISTINCT codes, s, held.from AS begins, held.to AS ends, coalesce(s.date, s.reportedOn) AS day
WHERE (begins IS NULL OR begins <= day OR begins STARTS WITH day)
  AND (ends IS NULL OR day < ends OR (day STARTS WITH ends AND size(ends) < 10) OR (ends STARTS WITH day AND size(day) < 10))
WITH DISTINCT codes, s, day
MATCH (s)-[:SOURCE]->(p:Entity)
MATCH (s)-[:TARGET]->(q:Entity)
WHERE toLower($b) IN p.names OR toLower($b) IN q.names OR p.code IN codes OR q.code IN codes
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
MATCH (s)<-[:STATES]-(article:Article)
RETURN day, coalesce(speaker.name, p.name) AS leader, p.name AS source, s.relation AS relation, q.name AS target,
       s.polarity AS polarity, s.modality AS modality, s.sentence AS sentence, article.title AS title,
       article.publisher AS publisher, article.url AS url
ORDER BY day DESC, s.id
LIMIT $limit
