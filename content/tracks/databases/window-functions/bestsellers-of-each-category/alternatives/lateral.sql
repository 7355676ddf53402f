with sold as (
  select book_id, sum(quantity) as copies
  from order_items
  where not exists (select from orders where orders.id = order_items.order_id and status = 'cancelled')
  group by book_id
)
select categories.name as category, top.place, top.title, top.copies
from categories
cross join lateral (
  select rank() over (order by copies desc) as place, title, copies
  from sold
  join books on books.id = sold.book_id
  where books.category_id = categories.id
  order by copies desc
  fetch first 3 rows with ties
) as top
where top.place <= 3
order by category, place;
