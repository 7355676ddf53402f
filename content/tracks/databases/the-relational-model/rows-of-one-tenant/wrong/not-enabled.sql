-- caught by: only rows of the own tenant are seen

grant select, insert, update, delete on invoices to app;


create policy own_tenant on invoices to app
using (tenant_id = nullif(current_setting('app.tenant', true), '')::integer);
