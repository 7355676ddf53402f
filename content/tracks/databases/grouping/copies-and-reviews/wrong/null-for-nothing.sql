-- caught by: nulls
select b.id, b.title,
  (
    select sum(i.quantity)
    from order_items as i
    join orders as o on o.id = i.order_id
    where i.book_id = b.id and o.status in ('paid', 'shipped')
  ) as copies_sold,
  (select count(*) from reviews as r where r.book_id = b.id) as reviews
from books as b;
