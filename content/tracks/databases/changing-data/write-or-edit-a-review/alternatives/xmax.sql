create function save_review(book integer, customer integer, stars integer, words text)
returns table (id integer, created boolean)
language sql as $$
  insert into reviews as r (book_id, customer_id, rating, body)
  values (book, customer, stars, words)
  on conflict (book_id, customer_id) do update
  set rating = stars, body = words,
    edited_at = case when r.rating = stars and r.body is not distinct from words then r.edited_at else now() end
  returning id, xmax = 0;
$$;
