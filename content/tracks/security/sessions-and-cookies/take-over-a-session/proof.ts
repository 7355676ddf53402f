proof({
  wants: 'the gift card of maren@example.com',
  plant: ({ files, secret, random }) => {
    const maren = { password: random.string(20), giftCard: secret };
    const password = random.string(10);
    files.write('/srv/shop/customers/maren@example.com.json', JSON.stringify(maren));
    files.write('/srv/shop/customers/noor@example.com.json', JSON.stringify({ password, giftCard: 'none' }));
    files.write('/home/maren/password', maren.password);
    return { email: 'noor@example.com', password };
  },
  succeeded: ({ answer, secret }) => answer === secret,
});
