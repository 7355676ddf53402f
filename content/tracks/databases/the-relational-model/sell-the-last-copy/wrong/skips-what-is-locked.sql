-- caught by: a buyer who rolls back leaves the copy to the next

create function sell(book integer) returns boolean
language plpgsql as $$
begin
  perform from books where id = book and stock > 0 for update skip locked;
  if not found then
    return false;
  end if;
  update books set stock = stock - 1 where id = book;
  insert into sales (book_id) values (book);
  return true;
end $$;
