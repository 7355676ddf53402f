-- caught by: it has no right besides, and cannot pass on those that it has
create role support nologin;
grant select on orders to support with grant option;
grant select (id, name, city) on customers to support;
grant update (status) on orders to support;
