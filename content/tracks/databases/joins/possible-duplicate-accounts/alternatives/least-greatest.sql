select distinct least(a.id, b.id) as first_id, greatest(a.id, b.id) as second_id,
  case when a.id < b.id then a.name else b.name end as name
from customers as a
join customers as b on lower(a.name) = lower(b.name) and a.id <> b.id
where a.city is not distinct from b.city;
