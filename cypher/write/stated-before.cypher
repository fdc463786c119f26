// Whom the statements of these articles lead to so far. articles: ids
UNWIND $articles AS article
MATCH (:Article {id: article})-[:STATES]->(:Statement)-[:SOURCE|TARGET|INVOLVES|SAID_BY]->(e:Entity)
RETURN DISTINCT e.id AS id
