-- caught by: the status of an order can be changed, and nothing else

create role support nologin;

grant select on orders to support;
grant select (id, name, city) on customers to support;
grant update on orders to support;
