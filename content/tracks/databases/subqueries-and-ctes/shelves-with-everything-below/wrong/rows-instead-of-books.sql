-- caught by: visible
with recursive subtrees as (
  select id as top, id from categories
  union all
  select subtrees.top, categories.id from subtrees join categories on categories.parent_id = subtrees.id
)
select categories.id, categories.name, count(*) as books
from categories
join subtrees on subtrees.top = categories.id
left join books on books.category_id = subtrees.id
group by categories.id;
