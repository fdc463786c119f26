// What these articles state so far. articles: ids
UNWIND $articles AS article
MATCH (:Article {id: article})-[:STATES]->(s:Statement)
RETURN s.id AS id, s.edge AS edge
