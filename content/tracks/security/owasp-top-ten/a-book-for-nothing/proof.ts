proof({
  wants: 'the download key of slow-queries',
  plant: ({ files, upstream, secret, random }) => {
    files.write('/srv/downloads/slow-queries.key', secret);
    files.write('/srv/downloads/locks-and-keys.key', random.string(16));
    files.write('/srv/downloads/postcard.key', 'wish-you-were-here');
    const charges = (card: string) => `https://pay.test/cards/${card}/charges`;
    upstream.reply('POST', charges('good'), { json: { status: 'paid' } });
    upstream.reply('POST', charges('empty'), { status: 402, json: { status: 'declined' } });
    upstream.reply('POST', charges('later'), { status: 202, json: { status: 'pending' } });
    upstream.reply('POST', charges('broken'), { status: 500, json: { error: 'try again' } });
    upstream.reply('POST', charges('odd'), { body: '<h1>Maintenance</h1>', headers: { 'content-type': 'text/html' } });
    upstream.reply('POST', charges('slow'), { fails: 'timeout' });
  },
  succeeded: ({ answer, secret }) => answer === secret,
});
