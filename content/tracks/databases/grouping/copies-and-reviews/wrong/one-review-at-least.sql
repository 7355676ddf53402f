-- caught by: nulls
select b.id, b.title,
  (
    select coalesce(sum(i.quantity), 0)
    from order_items as i
    join orders as o on o.id = i.order_id
    where i.book_id = b.id and o.status in ('paid', 'shipped')
  ) as copies_sold,
  count(*) as reviews
from books as b
left join reviews as r on r.book_id = b.id
group by b.id;
