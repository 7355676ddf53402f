-- caught by: nobody logs in as support itself

create role support login;

grant select on orders to support;
grant select (id, name, city) on customers to support;
grant update (status) on orders to support;
