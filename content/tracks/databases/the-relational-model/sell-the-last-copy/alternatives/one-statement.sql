create function sell(book integer) returns boolean
language sql as $$
  with taken as (
    update books set stock = stock - 1 where id = book and stock > 0 returning id
  ), sold as (
    insert into sales (book_id) select id from taken returning id
  )
  select exists (select from sold);
$$;
