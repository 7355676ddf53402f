-- caught by: visible
select card_id, booked_at, id, amount, sum(amount) over (partition by card_id order by id) as balance
from card_movements
where status <> 'void'
order by card_id, booked_at, id;
