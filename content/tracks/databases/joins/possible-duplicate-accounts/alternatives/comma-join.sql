select older.id as first_id, newer.id as second_id, older.name as name
from customers older, customers newer
where newer.id > older.id
  and lower(newer.name) = lower(older.name)
  and (newer.city = older.city or (newer.city is null and older.city is null))
order by 1, 2;
