proof({
  wants: 'the content of the report payroll',
  plant: async ({ db, secret }) => {
    await db.query(`update reports set content = $1 where name = 'payroll'`, [secret]);
    await db.query('update accounts set token = md5($1 || id)', [secret]);
  },
  succeeded: ({ answer, secret }) => answer === secret,
});
