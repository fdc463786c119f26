// version: the schema version of this Araxes
MERGE (m:AraxesSchema {id: 'araxes'})
ON CREATE SET m.version = $version
