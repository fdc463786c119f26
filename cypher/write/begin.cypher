// The first step of every write. Setting the version to itself takes the node's lock until the commit, so that
// two processes write one after the other: direct edges are counted over what the other has committed.
MATCH (m:AraxesSchema {id: 'araxes'})
SET m.version = m.version
RETURN m.version AS version
