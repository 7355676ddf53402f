-- caught by: agrees with the reference on random accounts
begin;
update orders set customer_id = 4 where customer_id = 13;
update orders set customer_id = 2 where customer_id = 17;
delete from reviews where id = 2;
update reviews set customer_id = 4 where customer_id = 13;
update reviews set customer_id = 2 where customer_id = 17;
update customers set phone = '+44 20 5550' where id = 4;
update customers set referred_by = null where id = 2;
update customers set referred_by = 2 where referred_by = 17;
delete from customers where id in (13, 17);
commit;
