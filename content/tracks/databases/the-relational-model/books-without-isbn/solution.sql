select id, title
from books
where isbn is null;
