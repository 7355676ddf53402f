select
  coalesce(c.name, 'Uncategorised') as category,
  sum(i.quantity * i.unit_price) as revenue,
  round(
    sum(i.quantity * i.unit_price) * 100.0 / (
      select sum(quantity * unit_price)
      from order_items
      join orders on orders.id = order_items.order_id
      where orders.status <> 'pending' and orders.status <> 'cancelled'
    ),
    1
  ) as share_percent
from order_items as i
join orders as o on o.id = i.order_id and o.status in ('paid', 'shipped')
join books as b on b.id = i.book_id
left join categories as c on c.id = b.category_id
group by c.name
order by revenue desc, category;
