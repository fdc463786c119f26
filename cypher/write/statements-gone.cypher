// Drops what these articles state, which is then written anew. ids: statements
UNWIND $ids AS id
MATCH (s:Statement {id: id})
DETACH DELETE s
