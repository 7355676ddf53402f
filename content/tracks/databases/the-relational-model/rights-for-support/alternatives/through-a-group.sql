create role readers nologin;
create role support nologin in role readers;
grant select on orders to readers;
grant select (id, name, city) on customers to readers;
grant update (status) on orders to support;
