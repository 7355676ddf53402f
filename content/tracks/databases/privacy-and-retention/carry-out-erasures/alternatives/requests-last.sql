begin;

update erasure_requests as request
set refused_because = 'legal hold'
where coalesce(done_on::text, refused_because) is null
  and exists (select from legal_holds where legal_holds.customer_id = request.customer_id);

create temporary view to_erase as
select customer_id from erasure_requests where done_on is null and refused_because is null;

delete from addresses where customer_id in (table to_erase);
delete from login_events where customer_id in (table to_erase);
update reviews set customer_id = null, body = null where customer_id in (table to_erase);

with gone as (
  select id from orders, job
  where customer_id in (table to_erase) and placed_on < today - interval '10 years'
), lines as (
  delete from order_lines where order_id in (select id from gone)
)
delete from orders where id in (select id from gone);

update orders set delivery_note = null where customer_id in (table to_erase);
update customers
set (email, name, phone, newsletter, erased_on) =
  (select format('erased-%s@invalid', id), 'erased', null, false, today from job)
where id in (table to_erase);
update erasure_requests set done_on = job.today from job where done_on is null and refused_because is null;

drop view to_erase;

commit;
