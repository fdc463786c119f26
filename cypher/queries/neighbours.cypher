// Whom an actor has to do with
// The direct edges of one entity, in both directions, the best attested first.
// Shows: table
// $entity text, e.g. 'Iran': a name, alias or code
// $limit count = 100: at most so many rows
// :param {entity: 'Iran', limit: 100}

MATCH (e:Entity) WHERE toLower($entity) IN e.names
MATCH (e)-[r]-(other:Entity)
WHERE r.statements IS NOT NULL
RETURN e.name AS entity, CASE WHEN startNode(r).id = e.id THEN 'does' ELSE 'receives' END AS direction,
       type(r) AS relation, other.name AS other, r.statements AS statements, r.actual AS actual,
       r.articles AS articles, r.firstDate AS firstDate, r.lastDate AS lastDate
ORDER BY statements DESC, entity, relation, direction, other
LIMIT $limit
