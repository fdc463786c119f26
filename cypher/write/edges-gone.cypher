// Drops direct edges of one relation that no affirmed statement holds up any longer.
// RELATION stands for its type, one of the ontology's. rows: source, target
UNWIND $rows AS row
MATCH (:Entity {id: row.source})-[r:RELATION]->(:Entity {id: row.target})
DELETE r
