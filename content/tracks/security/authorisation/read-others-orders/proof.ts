proof({
  wants: 'the note of the order that is not yours',
  plant: async ({ db, secret, random }) => {
    const foreignOrder = random.pick([1, 3, 6]);
    await db.query('update orders set note = $1 where id = $2', [secret, foreignOrder]);
    const token = random.string(24, 'abcdefghijkmnpqrstuvwxyz23456789');
    await db.query(`update customers set token = case when id = 2 then $1 else md5($2 || id) end`, [token, secret]);
    return { token, foreignOrder };
  },
  succeeded: ({ answer, secret }) => answer === secret,
});
