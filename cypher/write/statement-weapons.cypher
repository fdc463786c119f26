// rows: statement, weapon
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MATCH (w:Entity {id: row.weapon})
CREATE (s)-[:INVOLVES]->(w)
