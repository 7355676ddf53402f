-- caught by: no row is moved to another tenant

grant select, insert, update, delete on invoices to app;
alter table invoices enable row level security;
create policy seen on invoices for select to app using (tenant_id::text = current_setting('app.tenant', true));
create policy added on invoices for insert to app with check (tenant_id::text = current_setting('app.tenant', true));
create policy removed on invoices for delete to app using (tenant_id::text = current_setting('app.tenant', true));
create policy changed on invoices for update to app using (tenant_id::text = current_setting('app.tenant', true)) with check (true);
create policy moved on invoices for select to app using (true);
