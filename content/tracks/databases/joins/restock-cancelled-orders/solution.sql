with returned as (
  update orders set restocked = true
  where status = 'cancelled' and not restocked
  returning id
), copies as (
  select i.book_id, sum(i.quantity) as quantity
  from returned r
  join order_items i on i.order_id = r.id
  group by i.book_id
)
update books b
set stock = b.stock + c.quantity
from copies c
where c.book_id = b.id;
