// Drops the gazetteer's facts of one type about these entities, which are then written anew.
// FACT stands for the type: HELD, BASED_IN, MEMBER_OF or DESIGNED_BY. ids: entities
UNWIND $ids AS id
MATCH (:Entity {id: id})-[f:FACT]->(:Entity)
DELETE f
