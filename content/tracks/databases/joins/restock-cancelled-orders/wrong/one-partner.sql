-- caught by: several cancelled orders of one book all count
begin;
update books b
set stock = b.stock + i.quantity
from order_items i
join orders o on o.id = i.order_id
where i.book_id = b.id and o.status = 'cancelled' and not o.restocked;
update orders set restocked = true where status = 'cancelled' and not restocked;
commit;
