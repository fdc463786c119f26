// rows: type (HELD, BASED_IN, MEMBER_OF or DESIGNED_BY), source, target, office, from, to
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
CREATE (source)-[f:$(row.type)]->(target)
SET f.office = row.office,
    f.from = row.from,
    f.to = row.to
