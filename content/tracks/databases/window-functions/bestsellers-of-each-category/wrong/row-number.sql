-- caught by: visible
with sold as (
  select
    books.category_id,
    books.title,
    sum(order_items.quantity) as copies,
    row_number() over (partition by books.category_id order by sum(order_items.quantity) desc) as place
  from books
  join order_items on order_items.book_id = books.id
  join orders on orders.id = order_items.order_id
  where orders.status <> 'cancelled'
  group by books.id
)
select categories.name as category, sold.place, sold.title, sold.copies
from sold
join categories on categories.id = sold.category_id
where sold.place <= 3
order by category, place;
