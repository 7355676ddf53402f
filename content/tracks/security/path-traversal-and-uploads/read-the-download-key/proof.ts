proof({
  wants: 'the key that signs download links',
  plant: ({ files, secret, random }) => {
    files.write('/srv/shop/config/download.key', secret);
    files.write('/srv/shop/books-private/download.key.bak', secret);
    files.write('/srv/shop/books/slow-queries.epub', 'Slow Queries, the book');
    files.write('/srv/shop/books/wait..what.epub', 'Wait.. What, the book');
    files.write('/srv/shop/books/samples/slow-queries.txt', 'Slow Queries, chapter one');
    files.write('/srv/shop/books/samples/2026/locks and keys.txt', 'Locks and Keys, chapter one');
    files.write('/srv/shop/covers/slow queries.svg', '<svg><title>Slow Queries</title></svg>');
    files.write('/srv/shop/covers/locks.svg', '<svg><title>Locks and Keys</title></svg>');
    for (const name of ['one', 'two', 'three']) files.write(`/srv/shop/books/${name}.txt`, random.string(12));
  },
  succeeded: ({ answer, secret }) => answer === secret,
});
