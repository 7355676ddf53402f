begin;

update customers c
set phone = coalesce(c.phone, (select d.phone from account_merges m join customers d on d.id = m.drop_id where m.keep_id = c.id))
where c.id in (select keep_id from account_merges);

update customers c
set referred_by = nullif(m.keep_id, c.id)
from account_merges m
where c.referred_by = m.drop_id;

delete from reviews r
where exists (
  select from account_merges m join reviews k on k.customer_id = m.keep_id
  where m.drop_id = r.customer_id and k.book_id = r.book_id
);

update orders
set customer_id = account_merges.keep_id
from account_merges
where account_merges.drop_id = orders.customer_id;

update reviews
set customer_id = account_merges.keep_id
from account_merges
where account_merges.drop_id = reviews.customer_id;

delete from customers
using account_merges
where account_merges.drop_id = customers.id;

delete from account_merges;

commit;
