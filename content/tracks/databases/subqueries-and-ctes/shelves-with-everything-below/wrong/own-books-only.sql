-- caught by: visible
select categories.id, categories.name, count(books.id) as books
from categories
left join books on books.category_id = categories.id
group by categories.id;
