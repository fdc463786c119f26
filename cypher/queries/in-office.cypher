// Who was in office
// Offices of a country or organization, by the gazetteer, on one day or at any time.
// Shows: table
// $of text, e.g. 'Iran': the country or organization: a name, alias or code
// $on date = null: that day; null for any time
// :param {of: 'Iran', on: null}

MATCH (leader:Leader)-[held:HELD]->(body:Entity)
WHERE toLower($of) IN body.names
  AND ($on IS NULL
    OR ((held.from IS NULL OR held.from <= $on OR held.from STARTS WITH $on)
      AND (held.to IS NULL OR $on < held.to OR ($on STARTS WITH held.to AND size(held.to) < 10)
        OR (held.to STARTS WITH $on AND size($on) < 10))))
RETURN body.name AS body, held.office AS office, leader.name AS leader, held.from AS from, held.to AS to
ORDER BY body, office, coalesce(from, ''), leader
