// Drops those of these entities that nothing leads to or from. ids: entities
UNWIND $ids AS id
MATCH (e:Entity {id: id})
OPTIONAL MATCH (e)-[any]-()
WITH e, count(any) AS relationships
WHERE relationships = 0
DELETE e
