// The version of the schema, and whether the graph holds anything of ours without saying a version.
OPTIONAL MATCH (m:AraxesSchema {id: 'araxes'})
WITH m.version AS version
RETURN version,
       EXISTS { MATCH (:Entity) } OR EXISTS { MATCH (:Article) } OR EXISTS { MATCH (:Statement) } AS inUse
