-- caught by: visible
select card_id, booked_at, id, amount, sum(amount) over (partition by card_id order by booked_at) as balance
from card_movements
where status <> 'void'
order by card_id, booked_at, id;
