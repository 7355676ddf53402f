-- caught by: without a tenant there is no row and no error

grant select, insert, update, delete on invoices to app;

alter table invoices enable row level security;

create policy own_tenant on invoices to app
using (tenant_id = current_setting('app.tenant')::integer);
