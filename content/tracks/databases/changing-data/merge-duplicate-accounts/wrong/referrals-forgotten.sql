-- caught by: everything moves to the account that stays
begin;

update orders
set customer_id = account_merges.keep_id
from account_merges
where account_merges.drop_id = orders.customer_id;

delete from reviews
using account_merges
where reviews.customer_id = account_merges.drop_id
  and exists (
    select
    from reviews as kept
    where kept.customer_id = account_merges.keep_id
      and kept.book_id = reviews.book_id
  );

update reviews
set customer_id = account_merges.keep_id
from account_merges
where account_merges.drop_id = reviews.customer_id;



update customers
set referred_by = null
where referred_by in (select drop_id from account_merges);

update customers
set phone = dropped.phone
from account_merges
join customers as dropped on dropped.id = account_merges.drop_id
where account_merges.keep_id = customers.id
  and customers.phone is null;

delete from customers
using account_merges
where account_merges.drop_id = customers.id;

delete from account_merges;

commit;
