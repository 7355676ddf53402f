with sold as (
  select coalesce(categories.name, 'Uncategorised') as category, quantity * unit_price as amount
  from categories
  right join books on books.category_id = categories.id
  join order_items on order_items.book_id = books.id
  join orders on orders.id = order_items.order_id
  where orders.status in ('paid', 'shipped')
),
total as (
  select sum(amount) as amount from sold
)
select sold.category, sum(sold.amount) as revenue, round(sum(sold.amount) / total.amount * 100, 1) as share_percent
from sold
cross join total
group by sold.category, total.amount
order by 2 desc;
