// Direct edges of one relation. RELATION stands for its type, one of the ontology's.
// rows: source, target, plover, quad, statements, articles, actual, firstDate, lastDate
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:RELATION]->(target)
SET r.plover = row.plover,
    r.quad = row.quad,
    r.statements = row.statements,
    r.articles = row.articles,
    r.actual = row.actual,
    r.firstDate = row.firstDate,
    r.lastDate = row.lastDate
