-- part: open
select body, version from pages where id = current_setting('app.page')::integer;

-- part: save
begin;
update pages
set body = current_setting('app.body'), version = version + 1
where id = current_setting('app.page')::integer
  and version = current_setting('app.version')::integer
returning version;
commit;
