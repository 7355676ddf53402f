insert into customers values
  (1, 'Maya Lind', 'maya@example.com', '+44 7700 900123', '1988-02-29', 'Leeds', false, null),
  (2, 'Rui Alves', 'r@example.org', '900', null, 'Porto', false, null),
  (3, 'Ann Wu', 'ann.wu@example.com', null, '2001-12-31', 'Leeds', false, null),
  (4, 'Ken Ito', 'ken@mail.example.com', '0113 496', '1975-01-01', 'Leeds', false, null),
  (5, 'Eve Stone', 'eve@example.com', '+44 7700 900555', '1990-06-06', 'Porto', true, null),
  (6, 'erased', 'erased-6@invalid', null, null, 'Porto', false, '2025-12-01'),
  (7, 'Tom Ray', '"tom@home"@example.net', '1234567', '1969-09-09', null, false, null),
  (8, 'Zoe Bell', 'zoe@example.com', '123456', '1999-03-03', 'Porto', false, null);

insert into orders values
  (1, 1, 20.00),
  (2, 1, 11.50),
  (3, 4, 9.00),
  (4, 5, 30.00),
  (5, null, 12.00),
  (6, 1, 8.00),
  (7, 8, 14.00);
