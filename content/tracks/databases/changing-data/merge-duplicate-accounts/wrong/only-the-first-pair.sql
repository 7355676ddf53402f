-- caught by: everything moves to the account that stays
begin;
update orders set customer_id = 4 where customer_id = 13;
delete from reviews where id = 2;
update reviews set customer_id = 4 where customer_id = 13;
update customers set phone = '+44 20 5550' where id = 4;
delete from customers where id = 13;
delete from account_merges where drop_id = 13;
commit;
