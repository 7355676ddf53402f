select
  books.id,
  books.title,
  coalesce(sold.copies, 0) as copies_sold,
  coalesce(reviewed.reviews, 0) as reviews
from books
left join (
  select order_items.book_id, sum(order_items.quantity) as copies
  from order_items
  join orders on orders.id = order_items.order_id
  where orders.status in ('paid', 'shipped')
  group by order_items.book_id
) as sold on sold.book_id = books.id
left join (
  select book_id, count(*) as reviews
  from reviews
  group by book_id
) as reviewed on reviewed.book_id = books.id;
