-- caught by: visible
select b.id, b.title,
  (select coalesce(sum(i.quantity), 0) from order_items as i where i.book_id = b.id) as copies_sold,
  (select count(*) from reviews as r where r.book_id = b.id) as reviews
from books as b;
