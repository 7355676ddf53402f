update books
set stock = stock + 1
where id = 2;
