select id, title
from books;
