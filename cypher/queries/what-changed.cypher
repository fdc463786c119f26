// What changed between two periods
// Affirmed statements between two actors, per relation, in one period and in a later one, the largest change first.
// Shows: table
// $a text, e.g. 'Iran': the first actor: a name, alias or code; a country stands for its leaders and organizations too
// $b text, e.g. 'Azerbaijan': the second actor
// $from1 date = '2020': the first period begins
// $to1 date = '2021': and ends, all of it
// $from2 date = '2022': the second period begins
// $to2 date = '2023': and ends, all of it
// :param {a: 'Iran', b: 'Azerbaijan', from1: '2020', to1: '2021', from2: '2022', to2: '2023'}

MATCH (x:Entity) WHERE toLower($a) IN x.names
MATCH (m:Entity) WHERE m.id = x.id OR (x:Country AND m.code = x.code)
WITH collect(DISTINCT m.id) AS sideA
MATCH (y:Entity) WHERE toLower($b) IN y.names
MATCH (n:Entity) WHERE n.id = y.id OR (y:Country AND n.code = y.code)
WITH sideA, collect(DISTINCT n.id) AS sideB
UNWIND sideA + [id IN sideB WHERE NOT id IN sideA] AS id
MATCH (p:Entity {id: id})<-[:SOURCE]-(s:Statement {polarity: 'affirmed'})-[:TARGET]->(q:Entity)
WHERE (p.id IN sideA AND q.id IN sideB) OR (p.id IN sideB AND q.id IN sideA)
WITH s, coalesce(s.date, s.reportedOn) AS day
WITH s.relation AS relation,
     sum(CASE WHEN day >= $from1 AND day <= $to1 + '-99' THEN 1 ELSE 0 END) AS before,
     sum(CASE WHEN day >= $from2 AND day <= $to2 + '-99' THEN 1 ELSE 0 END) AS after
WHERE before + after > 0
RETURN relation, before, after, after - before AS change
ORDER BY abs(after - before) DESC, relation
