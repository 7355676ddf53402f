with recursive tree as (
  select id, array[id] as path from categories where parent_id is null
  union
  select c.id, tree.path || c.id from categories c join tree on tree.id = c.parent_id
)
select c.id, c.name, (
  select count(*) from books b join tree on tree.id = b.category_id where c.id = any (tree.path)
) as books
from categories c;
