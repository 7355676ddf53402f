-- caught by: visible
select books.id, books.title, sum(order_items.quantity) as copies_sold,
  (select count(*) from reviews where reviews.book_id = books.id) as reviews
from books
left join order_items on order_items.book_id = books.id
left join orders on orders.id = order_items.order_id
where orders.status in ('paid', 'shipped')
group by books.id;
