// Drops direct edges that no affirmed statement holds up any longer.
// rows: relation (one of the ontology's), source, target
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MATCH (source)-[r:$(row.relation)]->(target)
DELETE r
