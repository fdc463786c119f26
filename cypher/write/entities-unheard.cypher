// Those of these entities that no article and no statement leads to any longer. ids: entities
UNWIND $ids AS id
MATCH (e:Entity {id: id})
OPTIONAL MATCH (e)<-[evidence:MENTIONS|SOURCE|TARGET|INVOLVES|SAID_BY]-()
WITH e, count(evidence) AS evidence
WHERE evidence = 0
OPTIONAL MATCH (e)-[:HELD|BASED_IN|MEMBER_OF|DESIGNED_BY]->(other:Entity)
RETURN e.id AS id, collect(DISTINCT other.id) AS others
