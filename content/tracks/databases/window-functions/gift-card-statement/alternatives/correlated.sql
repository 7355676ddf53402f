select m.card_id, m.booked_at, m.id, m.amount, (
  select sum(e.amount)
  from card_movements e
  where e.card_id = m.card_id and e.status = 'booked' and (e.booked_at, e.id) <= (m.booked_at, m.id)
) as balance
from card_movements m
where m.status = 'booked'
order by 1, 2, 3;
