// Drops the gazetteer's facts about these entities, which are then written anew. ids: entities
UNWIND $ids AS id
MATCH (:Entity {id: id})-[f:HELD|BASED_IN|MEMBER_OF|DESIGNED_BY]->(:Entity)
DELETE f
