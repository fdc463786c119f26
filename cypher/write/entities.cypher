// rows: labels (Country, Leader, Organization or Weapon; with Unlisted for who is in no gazetteer), id, name, code, aliases
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e:$(row.labels),
    e.name = row.name,
    e.code = row.code,
    // Without aliases there is no property: the import tool cannot write an empty list.
    e.aliases = CASE WHEN size(row.aliases) > 0 THEN row.aliases END,
    e.names = [n IN [row.id, row.name, row.code] + row.aliases WHERE n IS NOT NULL | toLower(n)]
