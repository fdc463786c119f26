// Facts of one type. FACT stands for the type: HELD, BASED_IN, MEMBER_OF or DESIGNED_BY.
// rows: source, target, office, from, to
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
CREATE (source)-[f:FACT]->(target)
SET f.office = row.office,
    f.from = row.from,
    f.to = row.to
