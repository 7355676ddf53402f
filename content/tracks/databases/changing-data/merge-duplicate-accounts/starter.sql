begin;

update orders
set customer_id = account_merges.keep_id
from account_merges
where account_merges.drop_id = orders.customer_id;

commit;
