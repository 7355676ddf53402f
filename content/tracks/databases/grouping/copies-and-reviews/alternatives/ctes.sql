with sold as (
  select book_id, sum(quantity) filter (where status in ('paid', 'shipped')) as copies
  from order_items
  join orders on orders.id = order_items.order_id
  group by book_id
)
select books.id, books.title, coalesce(max(sold.copies), 0) as copies_sold, count(reviews.id) as reviews
from books
left join sold on sold.book_id = books.id
left join reviews on reviews.book_id = books.id
group by books.id;
