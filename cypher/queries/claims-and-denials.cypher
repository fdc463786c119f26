// Claims and denials side by side
// For each act that one sentence affirms and another negates: both sentences with their speakers and articles.
// Shows: table
// $actor text = null: a name, alias or code of who acts or whom it is done to; null for all
// $limit count = 50: at most so many rows
// :param {actor: null, limit: 50}

OPTIONAL MATCH (c:Country) WHERE toLower($actor) IN c.names
WITH collect(c.code) AS codes
MATCH (denial:Statement {polarity: 'negated'})-[:SOURCE]->(p:Entity)
MATCH (denial)-[:TARGET]->(q:Entity)
WHERE $actor IS NULL OR toLower($actor) IN p.names OR toLower($actor) IN q.names
   OR p.code IN codes OR q.code IN codes
MATCH (claim:Statement {edge: denial.edge})
WHERE claim.polarity = 'affirmed'
MATCH (claim)<-[:STATES]-(claimed:Article)
MATCH (denial)<-[:STATES]-(denied:Article)
OPTIONAL MATCH (claim)-[:SAID_BY]->(claimant:Entity)
OPTIONAL MATCH (denial)-[:SAID_BY]->(denier:Entity)
RETURN p.name AS source, claim.relation AS relation, q.name AS target,
       coalesce(claim.date, claim.reportedOn) AS claimDate, claim.modality AS claimModality,
       claimant.name AS claimant, claim.sentence AS claimSentence, claimed.publisher AS claimPublisher,
       coalesce(denial.date, denial.reportedOn) AS denialDate,
       denier.name AS denier, denial.sentence AS denialSentence, denied.publisher AS denialPublisher
ORDER BY source, relation, target, coalesce(claimDate, ''), claim.id, coalesce(denialDate, ''), denial.id
LIMIT $limit
