-- A few thousand rows, the same on every machine: each value is arithmetic on the row's number, never random().
insert into authors (id, name, country)
select n, 'Author ' || n, case when n % 5 <> 0 then (array['Ireland', 'Ghana', 'Chile'])[1 + n % 3] end
from generate_series(1, 120) as n;

insert into categories (id, name, parent_id)
select n, 'Category ' || n, case when n > 4 then 1 + n % 4 end
from generate_series(1, 16) as n;

insert into books (id, isbn, title, category_id, price, published_on, stock)
select
  n,
  case when n % 11 <> 0 then (9780000010000 + n)::text end,
  'Volume ' || (n % 450),
  case when n % 13 <> 0 then 5 + n % 11 end,
  5 + (n * 37 % 4000) / 100.0,
  case when n % 17 <> 0 then date '2005-01-01' + n * 83 % 7000 end,
  n * 7 % 23
from generate_series(1, 500) as n;

insert into book_authors (book_id, author_id, position)
select b, 1 + (b * 7 + p * 31) % 120, p
from generate_series(1, 500) as b, generate_series(1, 3) as p
where p <= 1 + b % 3 and b % 29 <> 0;

insert into customers (id, email, name, city, referred_by, created_at)
select
  n,
  'customer' || n || '@example.com',
  (array['Ana', 'Bo', 'Cem', 'Dina', 'Edo', 'Fay', 'Gil'])[1 + n % 7] || ' ' || (array['Ash', 'Birch', 'Cedar', 'Elm'])[1 + n / 7 % 4] || ' ' || n % 60,
  case when n % 6 <> 0 then (array['Cork', 'Leeds', 'Lyon', 'Oslo', 'Porto'])[1 + n % 5] end,
  case when n % 4 = 0 then n / 4 end,
  timestamptz '2023-01-01 00:00:00+00' + n * interval '19 hours'
from generate_series(1, 600) as n;

insert into orders (id, customer_id, status, coupon, placed_at, shipped_at)
select
  n,
  case when n % 9 <> 0 then 1 + n * 13 % 540 end,
  case n % 10 when 0 then 'cancelled' when 1 then 'pending' when 2 then 'paid' when 3 then 'paid' else 'shipped' end,
  case n % 8 when 0 then 'WELCOME10' when 3 then 'LOYAL5' end,
  timestamptz '2024-01-01 00:00:00+00' + (n * 911 % 3000) * interval '4 hours',
  case when n % 10 > 3 then timestamptz '2024-01-01 00:00:00+00' + (n * 911 % 3000) * interval '4 hours' + (1 + n % 5) * interval '1 day' end
from generate_series(1, 3000) as n;

insert into order_items (order_id, book_id, quantity, unit_price)
select o, b.id, 1 + (o + p) % 3, b.price
from generate_series(1, 3000) as o, generate_series(1, 4) as p, books as b
where p <= o % 5 and b.id = 1 + (o * 3 + p * 101) % 470;

insert into reviews (id, book_id, customer_id, rating, body, created_at)
select
  row_number() over (order by b, c),
  b,
  c,
  (array[5, 4, 5, 3, 5, 2, 4, 1])[1 + (b * 3 + c) % 8],
  case when (b + c) % 3 <> 0 then 'Review of ' || b end,
  timestamptz '2024-06-01 00:00:00+00' + ((b * 53 + c) % 9000) * interval '1 hour'
from generate_series(1, 460) as b, generate_series(1, 600) as c
where (b * 17 + c) % 151 = 0;

alter table authors alter column id restart with 1001;
alter table categories alter column id restart with 1001;
alter table books alter column id restart with 1001;
alter table customers alter column id restart with 1001;
alter table orders alter column id restart with 10001;
alter table reviews alter column id restart with 10001;
