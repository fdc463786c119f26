// Where the server says its Browser is, such as localhost:7474. Neo4j only.
SHOW SETTINGS YIELD name, value
WHERE name = 'server.http.advertised_address'
RETURN value
