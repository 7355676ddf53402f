-- caught by: e-mail addresses and password hashes stay hidden

create role support nologin;

grant select on orders to support;
grant select on customers to support;
grant update (status) on orders to support;
