// Who makes, supplies, gets, uses and downs a weapon
// The direct edges between actors and weapons, per weapon.
// Shows: table
// $weapon text = null: a name or alias of a weapon; null for all
// $limit count = 200: at most so many rows
// :param {weapon: null, limit: 200}

MATCH (p:Entity)-[r:PRODUCES|SUPPLIES|ACQUIRES|USES|DOWNS]->(w:Weapon)
WHERE $weapon IS NULL OR toLower($weapon) IN w.names
OPTIONAL MATCH (w)-[:DESIGNED_BY]->(designer:Country)
WITH w, p, r, designer
ORDER BY designer.name
WITH w, p, r, collect(designer.name) AS designedBy
RETURN w.name AS weapon, designedBy, type(r) AS relation, p.name AS actor, r.statements AS statements,
       r.actual AS actual, r.firstDate AS firstDate, r.lastDate AS lastDate
ORDER BY weapon, relation, statements DESC, actor
LIMIT $limit
