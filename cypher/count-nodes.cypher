// How many nodes bear each label.
MATCH (n)
WHERE n:Article OR n:Statement OR n:Entity
UNWIND labels(n) AS name
RETURN name, count(*) AS count
ORDER BY name
