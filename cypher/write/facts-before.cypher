// Whom the gazetteer's facts about these entities lead to so far. ids: entities
UNWIND $ids AS id
MATCH (:Entity {id: id})-[:HELD|BASED_IN|MEMBER_OF|DESIGNED_BY]->(other:Entity)
RETURN DISTINCT other.id AS id
