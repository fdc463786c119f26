// Contested acts
// Direct edges that some sentences affirm and others negate, with the number of each, the most disputed first.
// Shows: table
// $limit count = 50: at most so many rows
// :param {limit: 50}

MATCH (denial:Statement {polarity: 'negated'})
WITH DISTINCT denial.edge AS edge
MATCH (s:Statement {edge: edge})
WITH edge, sum(CASE WHEN s.polarity = 'affirmed' THEN 1 ELSE 0 END) AS affirmed,
     sum(CASE WHEN s.polarity = 'negated' THEN 1 ELSE 0 END) AS negated, min(s.id) AS first
WHERE affirmed > 0
MATCH (s:Statement {id: first})-[:SOURCE]->(p:Entity)
MATCH (s)-[:TARGET]->(q:Entity)
RETURN p.name AS source, s.relation AS relation, q.name AS target, affirmed, negated
ORDER BY CASE WHEN affirmed < negated THEN affirmed ELSE negated END DESC, affirmed + negated DESC, source, relation, target
LIMIT $limit
