-- caught by: sells a copy and writes the sale down

create function sell(book integer) returns boolean
language plpgsql as $$
begin
  update books set stock = stock - 1 where id = book and stock > 0;
  return found;
end $$;
