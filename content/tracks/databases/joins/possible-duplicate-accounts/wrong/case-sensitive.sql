-- caught by: duplicates
select a.id as first_id, b.id as second_id, a.name
from customers as a
join customers as b
  on a.id < b.id
  and a.name = b.name
  and a.city is not distinct from b.city;
