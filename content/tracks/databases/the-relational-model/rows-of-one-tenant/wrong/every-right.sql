-- caught by: rows of others are not touched
grant all on invoices to app;
alter table invoices enable row level security;
create policy own_tenant on invoices to app
using (tenant_id = nullif(current_setting('app.tenant', true), '')::integer);
