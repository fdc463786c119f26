// Every index that has a name. Neo4j only.
SHOW INDEXES YIELD name, state
RETURN name, state
ORDER BY name
