-- caught by: e-mail addresses and password hashes stay hidden

create role support nologin;

grant select on orders to support;
grant select on customers to support;
revoke select (email, password_hash) on customers from support;
grant update (status) on orders to support;
