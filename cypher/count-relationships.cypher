// How many relationships there are of each type.
MATCH (n)-[r]->()
WHERE n:Article OR n:Statement OR n:Entity
RETURN type(r) AS name, count(*) AS count
ORDER BY name
