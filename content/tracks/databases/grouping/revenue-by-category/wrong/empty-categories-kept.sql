-- caught by: nulls
select category, revenue, round(100 * revenue / nullif(sum(revenue) over (), 0), 1) as share_percent
from (
  select coalesce(categories.name, 'Uncategorised') as category,
    coalesce(sum(order_items.quantity * order_items.unit_price) filter (where orders.status in ('paid', 'shipped')), 0) as revenue
  from categories
  full join books on books.category_id = categories.id
  left join order_items on order_items.book_id = books.id
  left join orders on orders.id = order_items.order_id
  group by categories.id
) as by_category
order by revenue desc;
