// Who supplies which weapon to whom, as a picture
// Statements of arms supplies that name a weapon: supplier, statement, receiver, and the weapon.
// Shows: picture
// $limit count = 60: at most so many rows
// :param {limit: 60}

MATCH supply = (p:Entity)<-[:SOURCE]-(s:Statement {relation: 'SUPPLIES_ARMS_TO'})-[:TARGET]->(q:Entity)
MATCH involved = (s)-[:INVOLVES]->(w:Weapon)
WHERE s.polarity = 'affirmed'
RETURN supply, involved
ORDER BY coalesce(s.date, s.reportedOn, '') DESC, s.id, w.id
LIMIT $limit
