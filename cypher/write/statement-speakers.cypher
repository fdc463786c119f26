// rows: statement, speaker
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MATCH (speaker:Entity {id: row.speaker})
CREATE (s)-[:SAID_BY]->(speaker)
