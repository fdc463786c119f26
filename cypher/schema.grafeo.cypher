// What the graph promises on the embedded store: one node per id, and the indexes writing and asking need.
// Every statement may be repeated. A unique constraint here is not backed by an index: without the index
// of the same property each MERGE scans the label, and writing is forty times slower.

CREATE CONSTRAINT araxes_schema_id IF NOT EXISTS FOR (m:AraxesSchema) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (s:Statement) REQUIRE s.id IS UNIQUE;

CREATE INDEX article_id_index IF NOT EXISTS FOR (a:Article) ON (a.id);
CREATE INDEX entity_id_index IF NOT EXISTS FOR (e:Entity) ON (e.id);
CREATE INDEX statement_id_index IF NOT EXISTS FOR (s:Statement) ON (s.id);

CREATE INDEX entity_code IF NOT EXISTS FOR (e:Entity) ON (e.code);
CREATE INDEX statement_edge IF NOT EXISTS FOR (s:Statement) ON (s.edge);
CREATE INDEX statement_relation IF NOT EXISTS FOR (s:Statement) ON (s.relation);
