-- caught by: orders are neither inserted nor deleted

create role support nologin;

grant all on orders to support;
grant select (id, name, city) on customers to support;
grant update (status) on orders to support;
