insert into job values ('2026-03-01');

insert into customers values
  (1, 'inga@example.com', 'Inga Berg', '+47 100', true, '2012-05-01', null),
  (2, 'rui@example.com', 'Rui Alves', null, false, '2019-01-09', null);

insert into addresses values (1, 1, 'Havnegata 1', 'Oslo');

insert into login_events values (1, 1, '203.0.113.5');

insert into reviews values (1, 1, 5, 'Good.');

insert into orders values (10, 1, '2013-06-01', 'Inga Berg', 'Havnegata 1, Oslo', 'key under the mat');

insert into order_lines values (10, 1, 'Slow Queries');

insert into erasure_requests values
  (100, 1, '2026-02-20', null, 'withdrawn by the customer');
