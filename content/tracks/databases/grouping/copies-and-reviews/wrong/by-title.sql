-- caught by: duplicates
select min(b.id) as id, b.title,
  coalesce(sum((
    select sum(i.quantity)
    from order_items as i
    join orders as o on o.id = i.order_id
    where i.book_id = b.id and o.status in ('paid', 'shipped')
  )), 0) as copies_sold,
  sum((select count(*) from reviews as r where r.book_id = b.id)) as reviews
from books as b
group by b.title;
