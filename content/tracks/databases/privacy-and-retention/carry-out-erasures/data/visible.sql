insert into job values ('2026-03-01');

insert into customers values
  (1, 'inga@example.com', 'Inga Berg', '+47 100', true, '2012-05-01', null),
  (2, 'rui@example.com', 'Rui Alves', null, false, '2019-01-09', null),
  (3, 'mei@example.com', 'Mei Lin', '+44 300', true, '2021-07-20', null),
  (4, 'erased-4@invalid', 'erased', null, false, '2018-03-03', '2025-11-30'),
  (5, 'omar@example.com', 'Omar Haddad', '+212 500', true, '2014-02-02', null);

insert into addresses values
  (1, 1, 'Havnegata 1', 'Oslo'),
  (2, 1, 'Fjordveien 8', 'Bergen'),
  (3, 2, 'Rua Nova 7', 'Porto'),
  (4, 3, 'High Street 2', 'Leeds');

insert into login_events values
  (1, 1, '203.0.113.5'),
  (2, 2, '203.0.113.9'),
  (3, 3, '198.51.100.4'),
  (4, 3, '198.51.100.4');

insert into reviews values
  (1, 1, 5, 'Read it on the ferry to my sister in Kiel.'),
  (2, 2, 2, 'Not for me.'),
  (3, 3, 4, null),
  (4, null, 3, null);

insert into orders values
  (10, 1, '2013-06-01', 'Inga Berg', 'Havnegata 1, Oslo', 'key under the mat'),
  (11, 1, '2016-02-29', 'Inga Berg', 'Havnegata 1, Oslo', null),
  (12, 1, '2016-03-01', 'Inga Berg', 'Havnegata 1, Oslo', 'ring twice'),
  (13, 1, '2024-12-12', 'Berg AS', 'Fjordveien 8, Bergen', 'at the back'),
  (20, 2, '2015-01-01', 'Rui Alves', 'Rua Nova 7, Porto', 'third floor'),
  (30, 3, '2014-08-08', 'Mei Lin', 'High Street 2, Leeds', 'with the neighbour'),
  (40, 4, '2018-04-04', 'Tove Lund', 'Storgata 3, Oslo', null),
  (50, 5, '2023-05-05', 'Omar Haddad', 'Rue 5, Rabat', 'call first');

insert into order_lines values
  (10, 1, 'Slow Queries'), (10, 2, 'Two Generals'),
  (11, 1, 'Rollback'),
  (12, 1, 'Capacity'),
  (13, 1, 'Null Island'),
  (20, 1, 'Slow Queries'),
  (30, 1, 'The Salted Hash'),
  (40, 1, 'Capacity'),
  (50, 1, 'Rollback');

insert into legal_holds values (3, 'chargeback of order 30');

insert into erasure_requests values
  (100, 1, '2026-02-20', null, null),
  (101, 3, '2026-02-21', null, null),
  (102, 4, '2025-11-01', '2025-11-30', null),
  (103, 5, '2026-02-25', null, null),
  (104, 2, '2026-01-10', null, 'identity not confirmed');
