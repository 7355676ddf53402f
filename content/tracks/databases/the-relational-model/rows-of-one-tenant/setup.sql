create table invoices (
  id integer primary key,
  tenant_id integer not null,
  total numeric(10, 2) not null
);
