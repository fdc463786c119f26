// Announced, then done
// Acts that were announced and later reported as a fact: the plan, and the first report of the deed after it.
// Shows: table
// $actor text = null: a name, alias or code of who acts; null for all
// $limit count = 50: at most so many rows
// :param {actor: null, limit: 50}

OPTIONAL MATCH (c:Country) WHERE toLower($actor) IN c.names
WITH collect(c.code) AS codes
MATCH (plan:Statement {modality: 'planned', polarity: 'affirmed'})-[:SOURCE]->(p:Entity)
MATCH (plan)-[:TARGET]->(q:Entity)
WHERE $actor IS NULL OR toLower($actor) IN p.names OR p.code IN codes
MATCH (deed:Statement {edge: plan.edge})
WHERE deed.modality = 'actual' AND deed.polarity = 'affirmed'
WITH p, q, plan, deed, plan.reportedOn AS announced, coalesce(deed.date, deed.reportedOn) AS happened
WHERE happened > announced
WITH p, q, plan, announced, deed, happened
ORDER BY happened, deed.id
WITH p, q, plan, announced, head(collect(deed)) AS deed, min(happened) AS happened
RETURN announced, happened, p.name AS source, plan.relation AS relation, q.name AS target,
       plan.sentence AS planSentence, deed.sentence AS deedSentence
ORDER BY announced DESC, happened, plan.id
LIMIT $limit
