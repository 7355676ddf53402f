select o.id, o.total
from orders o
where o.placed_at >= '2026-03-14' and o.placed_at < timestamptz '2026-03-14' + interval '1 day'
order by o.id;
