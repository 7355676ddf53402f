select id, total
from orders
where placed_at >= timestamptz '2026-03-14 00:00+00' and placed_at < timestamptz '2026-03-15 00:00+00'
order by id;
