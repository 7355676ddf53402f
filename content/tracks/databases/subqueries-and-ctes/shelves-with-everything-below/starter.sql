select categories.id, categories.name, count(*) as books
from categories
join books on books.category_id = categories.id
group by categories.id;
