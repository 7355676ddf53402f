-- Categories with 9, 7, 7, 7, 2 copies; with 5, 5, 5, 4; with 6, 5, 5, 4; and one book that sold only in a cancelled order.
insert into categories (id, name) values (1, 'Crime'), (2, 'Travel'), (3, 'Art'), (4, 'Empty');

insert into books (id, title, category_id, price)
select n, 'Book ' || n, case when n <= 5 then 1 when n <= 9 then 2 when n <= 13 then 3 when n = 14 then 1 end, 10.00
from generate_series(1, 16) as n;

insert into orders (id, status, placed_at, shipped_at) values
  (1, 'paid', '2025-01-01 00:00+00', null),
  (2, 'pending', '2025-01-01 00:00+00', null),
  (3, 'cancelled', '2025-01-01 00:00+00', null),
  (4, 'shipped', '2025-01-01 00:00+00', '2025-01-02 00:00+00');

insert into order_items (order_id, book_id, quantity, unit_price) values
  (1, 1, 9, 10), (1, 2, 7, 10), (1, 3, 3, 10), (2, 3, 4, 10), (4, 4, 7, 10), (1, 5, 2, 10),
  (1, 6, 5, 10), (1, 7, 5, 10), (2, 8, 5, 10), (1, 9, 4, 10),
  (1, 10, 6, 10), (2, 11, 5, 10), (4, 12, 5, 10), (1, 13, 4, 10), (3, 13, 9, 10),
  (3, 14, 50, 10),
  (1, 15, 3, 10);
