-- caught by: two clicks at once: no error, one review
create function save_review(book integer, customer integer, stars integer, words text)
returns table (id integer, created boolean)
language sql as $$
  merge into reviews as review
  using (values (book, customer)) as wanted (book_id, customer_id)
  on review.book_id = wanted.book_id and review.customer_id = wanted.customer_id
  when matched then
    update set
      rating = stars,
      body = words,
      edited_at = case
        when (review.rating, review.body) is distinct from (stars, words) then now()
        else review.edited_at
      end
  when not matched then
    insert (book_id, customer_id, rating, body) values (book, customer, stars, words)
  returning review.id, merge_action() = 'INSERT';
$$;
