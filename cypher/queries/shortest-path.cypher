// How two actors are connected
// The shortest chains of direct edges between them, at most six long, whatever the relation.
// Shows: picture
// $a text, e.g. 'Iran': a name, alias or code
// $b text, e.g. 'Armenia': a name, alias or code
// $limit count = 10: at most so many rows
// :param {a: 'Iran', b: 'Armenia', limit: 10}

MATCH (x:Entity) WHERE toLower($a) IN x.names
WITH x
ORDER BY CASE WHEN x:Country THEN 0 ELSE 1 END, x.id
LIMIT 1
MATCH (y:Entity) WHERE toLower($b) IN y.names
WITH x, y
ORDER BY CASE WHEN y:Country THEN 0 ELSE 1 END, y.id
LIMIT 1
WITH x, y
WHERE x.id <> y.id
MATCH path = allShortestPaths((x)-[:AGREES_WITH|CONSULTS|SUPPORTS|CONCEDES_TO|COOPERATES_WITH|AIDS|SUPPLIES_ARMS_TO|RETREATS_FROM|REQUESTS|ACCUSES|REJECTS|THREATENS|SANCTIONS|PROTESTS_AGAINST|MOBILIZES_AGAINST|COERCES|ASSAULTS|PRODUCES|ACQUIRES|USES|SUPPLIES|DOWNS*..6]-(y))
RETURN path
ORDER BY reduce(key = '', n IN nodes(path) | key + ' ' + n.id), reduce(key = '', r IN relationships(path) | key + ' ' + type(r))
LIMIT $limit
