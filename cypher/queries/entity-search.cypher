// Find an entity
// Entities of whose name or aliases a text is part, in any letter case, the most mentioned first.
// Shows: table
// $text text, e.g. 'iran': a part of a name
// $limit count = 50: at most so many rows
// :param {text: 'iran', limit: 50}

MATCH (e:Entity)
WHERE toLower(e.name) CONTAINS toLower($text) OR any(alias IN coalesce(e.aliases, []) WHERE toLower(alias) CONTAINS toLower($text))
OPTIONAL MATCH (article:Article)-[m:MENTIONS]->(e)
RETURN e.id AS id, e.name AS name,
       CASE WHEN e:Country THEN 'country' WHEN e:Leader THEN 'leader' WHEN e:Weapon THEN 'weapon'
            ELSE 'organization' END AS kind,
       e.code AS code, coalesce(e.aliases, []) AS aliases, count(article) AS articles, coalesce(sum(m.count), 0) AS mentions
ORDER BY mentions DESC, id
LIMIT $limit
