-- caught by: deep
select
  c.id,
  c.name,
  (
    select count(*)
    from books
    where category_id = c.id
      or category_id in (select id from categories where parent_id = c.id)
      or category_id in (
        select g.id from categories as g join categories as p on p.id = g.parent_id where p.parent_id = c.id
      )
  ) as books
from categories as c;
