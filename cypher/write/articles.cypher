// rows: id, title, url, publisher, publishedOn, language, textHash, extractor
UNWIND $rows AS row
MERGE (a:Article {id: row.id})
SET a.title = row.title,
    a.url = row.url,
    a.publisher = row.publisher,
    a.publishedOn = row.publishedOn,
    a.language = row.language,
    a.textHash = row.textHash,
    a.extractor = row.extractor
