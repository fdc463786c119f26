// Statements that are not stored. rows: the columns of StatementRow, edge, quad
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
CREATE (a)-[:STATES]->(s:Statement {id: row.id})
SET s.edge = row.edge,
    s.relation = row.relation,
    s.plover = row.plover,
    s.quad = row.quad,
    s.mode = row.mode,
    s.polarity = row.polarity,
    s.modality = row.modality,
    s.date = row.date,
    s.reportedOn = row.reportedOn,
    s.sentence = row.sentence,
    s.trigger = row.trigger,
    s.confidence = row.confidence,
    s.rule = row.rule,
    s.sourceSector = row.sourceSector,
    s.targetSector = row.targetSector
CREATE (s)-[:SOURCE]->(source)
CREATE (s)-[:TARGET]->(target)
