select card_id, booked_at, id, amount, sum(amount) over () as balance
from card_movements
order by card_id, booked_at, id;
