// Whom an actor has to do with, as a picture
// The direct edges of one entity, in both directions, the best attested first.
// Shows: picture
// $entity text, e.g. 'Iran': a name, alias or code
// $limit count = 60: at most so many rows
// :param {entity: 'Iran', limit: 60}

MATCH (e:Entity) WHERE toLower($entity) IN e.names
MATCH path = (e)-[r]-(other:Entity)
WHERE r.statements IS NOT NULL
WITH path, r, e, other
ORDER BY r.statements DESC, type(r), e.id, other.id
LIMIT $limit
RETURN path
