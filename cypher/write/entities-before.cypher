// Whom these articles mention so far, and whom their statements lead to. articles: ids
UNWIND $articles AS article
MATCH (a:Article {id: article})
OPTIONAL MATCH (a)-[:MENTIONS]->(mentioned:Entity)
WITH a, collect(DISTINCT mentioned.id) AS mentioned
OPTIONAL MATCH (a)-[:STATES]->(:Statement)-[:SOURCE|TARGET|INVOLVES|SAID_BY]->(stated:Entity)
WITH mentioned + collect(DISTINCT stated.id) AS ids
UNWIND ids AS id
RETURN DISTINCT id
