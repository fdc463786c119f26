// Who could mediate
// Third actors on good terms with both sides: affirmed statements of cooperation with each, the best placed first.
// Shows: table
// $a text, e.g. 'Iran': the first actor: a name, alias or code; a country stands for its leaders and organizations too
// $b text, e.g. 'Azerbaijan': the second actor
// $limit count = 30: at most so many rows
// :param {a: 'Iran', b: 'Azerbaijan', limit: 30}

MATCH (x:Entity) WHERE toLower($a) IN x.names
MATCH (m:Entity) WHERE m.id = x.id OR (x:Country AND m.code = x.code)
WITH collect(DISTINCT m.id) AS sideA
MATCH (y:Entity) WHERE toLower($b) IN y.names
MATCH (n:Entity) WHERE n.id = y.id OR (y:Country AND n.code = y.code)
WITH sideA, collect(DISTINCT n.id) AS sideB
UNWIND sideA AS id
MATCH (p:Entity {id: id})-[r]-(m:Entity)
WHERE r.quad IN [1, 2] AND NOT m.id IN sideA AND NOT m.id IN sideB
WITH sideB, m, sum(r.statements) AS withA
MATCH (m)-[r]-(q:Entity)
WHERE r.quad IN [1, 2] AND q.id IN sideB
WITH m, withA, sum(r.statements) AS withB
RETURN m.name AS mediator, withA, withB
ORDER BY CASE WHEN withA < withB THEN withA ELSE withB END DESC, withA + withB DESC, m.id
LIMIT $limit
