// Relations between two actors, as a picture
// The direct edges between them, in either direction, the best attested first. An edge stands for all affirmed
// statements of one relation; relations-between lists them.
// Shows: picture
// $a text, e.g. 'Iran': the first actor: a name, alias or code; a country stands for its leaders and organizations too
// $b text, e.g. 'Azerbaijan': the second actor
// $limit count = 100: at most so many rows
// :param {a: 'Iran', b: 'Azerbaijan', limit: 100}

MATCH (x:Entity) WHERE toLower($a) IN x.names
MATCH (m:Entity) WHERE m.id = x.id OR (x:Country AND m.code = x.code)
WITH collect(DISTINCT m.id) AS sideA
MATCH (y:Entity) WHERE toLower($b) IN y.names
MATCH (n:Entity) WHERE n.id = y.id OR (y:Country AND n.code = y.code)
WITH sideA, collect(DISTINCT n.id) AS sideB
UNWIND sideA AS id
MATCH path = (p:Entity {id: id})-[r]-(q:Entity)
WHERE q.id IN sideB AND p.id <> q.id AND r.statements IS NOT NULL
WITH path, r, p, q
ORDER BY r.statements DESC, type(r), p.id, q.id
LIMIT $limit
RETURN path
