// Cuts statements that stay from their ends, weapons and speaker, which are then written anew. ids: statements
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:SOURCE|TARGET|INVOLVES|SAID_BY]->(:Entity)
DELETE r
