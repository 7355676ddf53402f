proof({
  wants: 'the SecretAccessKey of the role',
  plant: ({ upstream, secret, random }) => {
    const path = '/latest/meta-data/iam/security-credentials/';
    const role = 'cover-importer';
    const credentials = { Code: 'Success', Type: 'AWS-HMAC', AccessKeyId: 'ASIAEXAMPLE', SecretAccessKey: secret };
    // One machine: by its address, by the same as IPv6, and by a name that somebody has given to it.
    for (const host of ['http://169.254.169.254', 'http://[::ffff:a9fe:a9fe]', 'http://meta.attacker.test']) {
      upstream.reply('GET', host + path, { body: role, headers: { 'content-type': 'text/plain' } });
      upstream.reply('GET', host + path + role, {
        body: JSON.stringify(credentials),
        headers: { 'content-type': 'text/plain' },
      });
    }
    const away = { status: 302, headers: { location: `http://169.254.169.254${path}${role}` } };
    upstream.reply('GET', 'https://attacker.test/cover.svg', away);
    upstream.reply('GET', 'https://covers.nordlys.test.attacker.test/cover.svg', away);
    upstream.reply('GET', 'https://img.harbour-books.test/out?to=http%3A%2F%2F2852039166', away);

    const picture = (body: string) => ({ body, headers: { 'content-type': 'image/svg+xml' } });
    const moved = (location: string) => ({ status: 302, headers: { location } });
    upstream.reply('GET', 'https://covers.nordlys.test/slow-queries.svg', picture('<svg>Slow Queries</svg>'));
    upstream.reply('GET', 'https://covers.nordlys.test/random.svg', picture(`<svg>${random.string(12)}</svg>`));
    upstream.reply('GET', 'https://covers.nordlys.test/gone.svg', { status: 410 });
    upstream.reply('GET', 'https://img.harbour-books.test/c/17', moved('/covers/locks-and-keys.svg'));
    upstream.reply('GET', 'https://img.harbour-books.test/c/18', moved('17'));
    upstream.reply('GET', 'https://img.harbour-books.test/c/19', moved('/c/19'));
    upstream.reply('GET', 'https://img.harbour-books.test/covers/locks-and-keys.svg', picture('<svg>Locks</svg>'));
  },
  succeeded: ({ answer, secret }) => answer === secret,
});
