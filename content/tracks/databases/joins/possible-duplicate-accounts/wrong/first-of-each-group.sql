-- caught by: duplicates
select min(id) as first_id, max(id) as second_id, min(name) as name
from customers
group by lower(name), city
having count(*) > 1;
