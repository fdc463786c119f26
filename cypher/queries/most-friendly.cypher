// The most friendly pairs
// Pairs with the most cooperation over conflict. Leaders and organizations count for their country.
// Shows: table
// $least count = 1: the least balance of cooperation over conflict
// $limit count = 30: at most so many rows
// :param {least: 1, limit: 30}

MATCH (p:Entity)-[r]->(q:Entity)
WHERE r.quad IS NOT NULL
OPTIONAL MATCH (pc:Country) WHERE pc.code = p.code
OPTIONAL MATCH (qc:Country) WHERE qc.code = q.code
WITH r, coalesce(pc.name, p.name) AS x, coalesce(qc.name, q.name) AS y
WHERE x <> y
WITH CASE WHEN x < y THEN x ELSE y END AS one, CASE WHEN x < y THEN y ELSE x END AS other, r
WITH one, other,
     sum(CASE WHEN r.quad = 1 THEN r.statements ELSE 0 END) AS verbalCooperation,
     sum(CASE WHEN r.quad = 2 THEN r.statements ELSE 0 END) AS materialCooperation,
     sum(CASE WHEN r.quad = 3 THEN r.statements ELSE 0 END) AS verbalConflict,
     sum(CASE WHEN r.quad = 4 THEN r.statements ELSE 0 END) AS materialConflict
WITH one, other, verbalCooperation, materialCooperation, verbalConflict, materialConflict,
     verbalCooperation + materialCooperation - verbalConflict - materialConflict AS balance
WHERE balance >= $least
RETURN one, other, balance, verbalCooperation, materialCooperation, verbalConflict, materialConflict
ORDER BY balance DESC, one, other
LIMIT $limit
