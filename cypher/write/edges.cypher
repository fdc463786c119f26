// Direct edges. rows: relation (one of the ontology's), source, target, plover, quad, statements, articles, actual,
// firstDate, lastDate
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:$(row.relation)]->(target)
SET r.plover = row.plover,
    r.quad = row.quad,
    r.statements = row.statements,
    r.articles = row.articles,
    r.actual = row.actual,
    r.firstDate = row.firstDate,
    r.lastDate = row.lastDate
