select card_id, booked_at, id, amount, sum(amount) filter (where status = 'booked') over w as balance
from card_movements
where status = 'booked'
window w as (partition by card_id order by booked_at, id)
order by card_id, booked_at, id;
