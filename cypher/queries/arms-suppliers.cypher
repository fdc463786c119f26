// Who supplies which weapon to whom
// Supplies of arms between actors, per weapon (null where the sentence names none), the best attested first.
// `actual` counts statements of a supply as a fact; the others promise, demand, suspect or allege it.
// Shows: table
// $supplier text = null: a name, alias or code of who supplies; null for all
// $receiver text = null: the same of who receives
// $limit count = 100: at most so many rows
// :param {supplier: null, receiver: null, limit: 100}

OPTIONAL MATCH (c:Country) WHERE toLower($supplier) IN c.names
WITH collect(c.code) AS supplierCodes
OPTIONAL MATCH (c:Country) WHERE toLower($receiver) IN c.names
WITH supplierCodes, collect(c.code) AS receiverCodes
MATCH (s:Statement {relation: 'SUPPLIES_ARMS_TO'})-[:SOURCE]->(p:Entity)
MATCH (s)-[:TARGET]->(q:Entity)
WHERE s.polarity = 'affirmed'
  AND ($supplier IS NULL OR toLower($supplier) IN p.names OR p.code IN supplierCodes)
  AND ($receiver IS NULL OR toLower($receiver) IN q.names OR q.code IN receiverCodes)
MATCH (s)<-[:STATES]-(article:Article)
OPTIONAL MATCH (s)-[:INVOLVES]->(w:Weapon)
WITH p, q, w, article, s, coalesce(s.date, s.reportedOn) AS day
RETURN p.name AS supplier, q.name AS receiver, w.name AS weapon, count(DISTINCT s.id) AS statements,
       count(DISTINCT CASE WHEN s.modality = 'actual' THEN s.id END) AS actual,
       count(DISTINCT article.id) AS articles, min(day) AS firstDate, max(day) AS lastDate
ORDER BY statements DESC, supplier, receiver, coalesce(weapon, '')
LIMIT $limit
