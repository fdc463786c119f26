// Cuts these articles from whom they mention, which is then written anew. articles: ids
UNWIND $articles AS article
MATCH (:Article {id: article})-[m:MENTIONS]->(:Entity)
DELETE m
