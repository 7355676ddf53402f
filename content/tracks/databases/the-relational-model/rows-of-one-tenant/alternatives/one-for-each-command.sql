alter table invoices enable row level security;
alter table invoices force row level security;

create policy seen on invoices for select using (tenant_id::text = current_setting('app.tenant', true));
create policy added on invoices for insert with check (tenant_id::text = current_setting('app.tenant', true));
create policy changed on invoices for update
using (tenant_id::text = current_setting('app.tenant', true))
with check (tenant_id::text = current_setting('app.tenant', true));
create policy removed on invoices for delete using (tenant_id::text = current_setting('app.tenant', true));

grant select, insert, update, delete on invoices to app;
