do $$
declare
  request record;
  day date := (select today from job);
begin
  for request in
    select * from erasure_requests where done_on is null and refused_because is null order by id
  loop
    if exists (select from legal_holds h where h.customer_id = request.customer_id) then
      update erasure_requests set refused_because = 'legal hold' where id = request.id;
      continue;
    end if;
    delete from addresses where customer_id = request.customer_id;
    delete from login_events where customer_id = request.customer_id;
    update reviews set customer_id = null, body = null where customer_id = request.customer_id;
    delete from order_lines using orders
    where orders.id = order_lines.order_id
      and orders.customer_id = request.customer_id
      and orders.placed_on < day - interval '10 years';
    delete from orders
    where customer_id = request.customer_id and placed_on < day - interval '10 years';
    update orders set delivery_note = null where customer_id = request.customer_id;
    update customers
    set email = 'erased-' || id || '@invalid', name = 'erased', phone = null, newsletter = false, erased_on = day
    where id = request.customer_id;
    update erasure_requests set done_on = day where id = request.id;
  end loop;
end $$;
