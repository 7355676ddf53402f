test('midnight belongs to the day that begins', async ({ sql }) => {
  expect(await sql.select({ data: 'midnight' })).toEqualRows(await sql.reference.select({ data: 'midnight' }), {
    order: ['id'],
  });
});

test('a day without orders gives no rows', async ({ sql }) => {
  expect(await sql.select({ data: 'empty' })).toEqualRows(await sql.reference.select({ data: 'empty' }));
});
