-- caught by: visible
select card_id, booked_at, id, amount, balance
from (
  select *, sum(amount) over (partition by card_id order by booked_at, id) as balance
  from card_movements
) as all_movements
where status <> 'void'
order by card_id, booked_at, id;
