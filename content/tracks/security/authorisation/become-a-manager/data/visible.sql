insert into accounts (token, name, email, role) values
  ('not-yet-maren', 'Maren', 'maren@bookshop.test', 'manager'),
  ('not-yet-ben', 'Ben', 'ben@example.com', 'customer');

insert into reports (name, content) values
  ('sales', 'January: 412 books'),
  ('payroll', 'nothing yet');
