-- caught by: visible
select a.id as first_id, b.id as second_id, a.name
from customers as a
join customers as b
  on a.id < b.id
  and lower(a.name) = lower(b.name);
