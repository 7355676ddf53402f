-- caught by: visible
select
  books.id,
  books.title,
  coalesce(sum(distinct order_items.quantity) filter (where orders.status in ('paid', 'shipped')), 0) as copies_sold,
  count(distinct reviews.id) as reviews
from books
left join order_items on order_items.book_id = books.id
left join orders on orders.id = order_items.order_id
left join reviews on reviews.book_id = books.id
group by books.id;
