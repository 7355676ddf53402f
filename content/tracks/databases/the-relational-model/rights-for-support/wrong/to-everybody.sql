-- caught by: other roles get nothing

create role support nologin;

grant select on orders to public;
grant select (id, name, city) on customers to support;
grant update (status) on orders to support;
