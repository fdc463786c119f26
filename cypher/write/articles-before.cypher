// Which of these articles are stored already. articles: ids
UNWIND $articles AS article
MATCH (a:Article {id: article})
RETURN a.id AS id
