// Drops what an article no longer mentions. rows: article, entities (the ids it still mentions)
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[m:MENTIONS]->(e:Entity)
WHERE NOT e.id IN row.entities
DELETE m
