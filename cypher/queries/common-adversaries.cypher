// Common adversaries of an alliance
// Who is in conflict, in word or deed and in either direction, with several members of an organization.
// Shows: table
// $alliance text, e.g. 'NATO': a name or alias of the organization
// $on date = null: count those that were members on that day; null for members at any time
// $least count = 2: with at least so many members
// $limit count = 50: at most so many rows
// :param {alliance: 'NATO', on: null, least: 2, limit: 50}

MATCH (o:Organization) WHERE toLower($alliance) IN o.names
MATCH (c:Country)-[f:MEMBER_OF]->(o)
WHERE $on IS NULL
   OR ((f.from IS NULL OR f.from <= $on OR f.from STARTS WITH $on)
     AND (f.to IS NULL OR $on < f.to OR ($on STARTS WITH f.to AND size(f.to) < 10)
       OR (f.to STARTS WITH $on AND size($on) < 10)))
WITH collect(DISTINCT c.code) AS codes
MATCH (p:Entity)-[r]-(q:Entity)
WHERE p.code IN codes AND r.quad IN [3, 4] AND (q.code IS NULL OR NOT q.code IN codes) AND NOT toLower($alliance) IN q.names
MATCH (member:Country) WHERE member.code = p.code
OPTIONAL MATCH (qc:Country) WHERE qc.code = q.code
WITH coalesce(qc.name, q.name) AS adversary, member.name AS member, sum(r.statements) AS statements
ORDER BY member
WITH adversary, collect(member) AS members, sum(statements) AS statements
WHERE size(members) >= $least
RETURN adversary, members, statements
ORDER BY size(members) DESC, statements DESC, adversary
LIMIT $limit
