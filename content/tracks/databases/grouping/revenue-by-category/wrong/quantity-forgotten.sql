-- caught by: duplicates
select category, revenue, round(100 * revenue / sum(revenue) over (), 1) as share_percent
from (
  select coalesce(categories.name, 'Uncategorised') as category, sum(order_items.unit_price) as revenue
  from order_items
  join orders on orders.id = order_items.order_id
  join books on books.id = order_items.book_id
  left join categories on categories.id = books.category_id
  where orders.status in ('paid', 'shipped')
  group by categories.id
) as by_category
order by revenue desc;
