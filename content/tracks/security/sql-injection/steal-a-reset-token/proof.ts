proof({
  wants: 'the reset token of admin@bookshop.test',
  plant: async ({ db, secret }) => {
    await db.query(`update staff set reset_token = case when email = 'admin@bookshop.test' then $1 else md5($1) end`, [
      secret,
    ]);
  },
  succeeded: ({ answer, secret }) => answer === secret,
});
