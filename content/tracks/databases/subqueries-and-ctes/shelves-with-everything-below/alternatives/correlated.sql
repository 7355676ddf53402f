select c.id, c.name, t.books
from categories c,
lateral (
  with recursive below(id) as (
    select c.id
    union
    select d.id from categories d, below where d.parent_id = below.id
  )
  select count(*) as books from books where category_id in (select id from below)
) t;
