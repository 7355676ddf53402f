select m.card_id, m.booked_at, m.id, m.amount, sum(e.amount) as balance
from card_movements m
join card_movements e on e.card_id = m.card_id
  and (e.booked_at < m.booked_at or e.booked_at = m.booked_at and e.id <= m.id)
  and e.status <> 'void'
where m.status <> 'void'
group by m.id
order by m.card_id, m.booked_at, m.id;
