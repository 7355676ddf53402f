-- caught by: other roles get nothing

grant select, insert, update, delete on invoices to public;

alter table invoices enable row level security;

create policy own_tenant on invoices to app
using (tenant_id = nullif(current_setting('app.tenant', true), '')::integer);
