create role support with nologin noinherit;
revoke all on all tables in schema public from public;
grant select, update (status) on table public.orders to support;
grant select (city, id, name) on table public.customers to support;
