// What the graph promises on Neo4j 5.26: one node per id, and the indexes writing and asking need.
// Every statement may be repeated. Community edition has uniqueness constraints only; each brings its own index.

CREATE CONSTRAINT araxes_schema_id IF NOT EXISTS FOR (m:AraxesSchema) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (s:Statement) REQUIRE s.id IS UNIQUE;

CREATE INDEX entity_code IF NOT EXISTS FOR (e:Entity) ON (e.code);
CREATE INDEX article_published_on IF NOT EXISTS FOR (a:Article) ON (a.publishedOn);
CREATE INDEX statement_edge IF NOT EXISTS FOR (s:Statement) ON (s.edge);
CREATE INDEX statement_relation IF NOT EXISTS FOR (s:Statement) ON (s.relation);

CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (e:Entity) ON EACH [e.name, e.aliases];
CREATE FULLTEXT INDEX statement_search IF NOT EXISTS FOR (s:Statement) ON EACH [s.sentence];
