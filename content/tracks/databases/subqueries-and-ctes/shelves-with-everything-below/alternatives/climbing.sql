with recursive counted as (
  select category_id as id, count(*) as n from books where category_id is not null group by category_id
), climb as (
  select c.id, c.parent_id, k.n from counted k join categories c on c.id = k.id
  union all
  select p.id, p.parent_id, climb.n from climb join categories p on p.id = climb.parent_id
)
select c.id, c.name, coalesce((select sum(n) from climb where climb.id = c.id), 0)::int as books
from categories c;
