-- caught by: saving the same again marks nothing, and answers
create function save_review(book integer, customer integer, stars integer, words text)
returns table (id integer, created boolean)
language sql as $$
  insert into reviews (book_id, customer_id, rating, body)
  values (book, customer, stars, words)
  on conflict (book_id, customer_id) do update
  set rating = excluded.rating, body = excluded.body, edited_at = now()
  where (reviews.rating, reviews.body) is distinct from (excluded.rating, excluded.body)
  returning reviews.id, old.id is null;
$$;
