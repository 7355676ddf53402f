-- caught by: visible
select
  coalesce(categories.name, 'Uncategorised') as category,
  sum(quantity * unit_price) as revenue,
  round(100 * sum(quantity * unit_price) / (select sum(quantity * unit_price) from order_items), 1) as share_percent
from order_items
join orders on orders.id = order_items.order_id
join books on books.id = order_items.book_id
left join categories on categories.id = books.category_id
where orders.status in ('paid', 'shipped')
group by categories.id
order by revenue desc;
