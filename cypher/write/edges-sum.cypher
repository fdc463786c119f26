// What the affirmed statements of some direct edges add up to; an edge without any has no row.
// edges: values of Statement.edge
UNWIND $edges AS edge
MATCH (s:Statement {edge: edge})<-[:STATES]-(a:Article)
WHERE s.polarity = 'affirmed'
WITH edge, a, s, coalesce(s.date, s.reportedOn) AS day
RETURN edge,
       count(s) AS statements,
       count(DISTINCT a.id) AS articles,
       sum(CASE WHEN s.modality = 'actual' THEN 1 ELSE 0 END) AS actual,
       min(day) AS firstDate,
       max(day) AS lastDate
