-- caught by: nulls
select a.id as first_id, b.id as second_id, a.name
from customers as a
join customers as b
  on a.id < b.id
  and lower(a.name) = lower(b.name)
  and (a.city = b.city or a.city is null or b.city is null);
