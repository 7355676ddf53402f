-- caught by: a review without words counts as different from one with words
create function save_review(book integer, customer integer, stars integer, words text)
returns table (id integer, created boolean)
language sql as $$
  insert into reviews (book_id, customer_id, rating, body)
  values (book, customer, stars, words)
  on conflict (book_id, customer_id) do update
  set rating = excluded.rating, body = excluded.body,
    edited_at = case when reviews.rating <> excluded.rating or reviews.body <> excluded.body then now() else reviews.edited_at end
  returning reviews.id, old.id is null;
$$;
