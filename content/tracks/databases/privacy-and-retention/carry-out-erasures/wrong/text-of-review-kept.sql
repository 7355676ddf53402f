-- caught by: open requests are carried out, held ones refused, and nothing else changes
begin;

update erasure_requests
set refused_because = 'legal hold'
from legal_holds
where legal_holds.customer_id = erasure_requests.customer_id
  and done_on is null
  and refused_because is null;

-- Decided once, before anything changes that decides it.
create temporary table erased on commit drop as
select distinct customer_id
from erasure_requests
where done_on is null
  and refused_because is null;

delete from addresses
using erased
where addresses.customer_id = erased.customer_id;

delete from login_events
using erased
where login_events.customer_id = erased.customer_id;

update reviews
set customer_id = null
from erased
where reviews.customer_id = erased.customer_id;

create temporary table expired on commit drop as
select orders.id
from orders
join erased using (customer_id)
where orders.placed_on < (select today - interval '10 years' from job);

delete from order_lines
using expired
where order_lines.order_id = expired.id;

delete from orders
using expired
where orders.id = expired.id;

update orders
set delivery_note = null
from erased
where orders.customer_id = erased.customer_id;

update customers
set email = 'erased-' || id || '@invalid',
    name = 'erased',
    phone = null,
    newsletter = false,
    erased_on = (select today from job)
from erased
where customers.id = erased.customer_id;

update erasure_requests
set done_on = (select today from job)
where done_on is null
  and refused_because is null;

commit;
