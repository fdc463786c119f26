// Whom these articles mention so far. articles: ids
UNWIND $articles AS article
MATCH (:Article {id: article})-[:MENTIONS]->(e:Entity)
RETURN DISTINCT e.id AS id
