// Whether a database runs, and may be written. Neo4j only. database: its name
SHOW DATABASES YIELD name, access, currentStatus
WHERE name = toLower($database)
RETURN access, currentStatus AS status
