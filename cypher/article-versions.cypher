// From which text, and by which gazetteer and rules, these articles were read. articles: ids
UNWIND $articles AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.textHash AS textHash, a.extractor AS extractor
