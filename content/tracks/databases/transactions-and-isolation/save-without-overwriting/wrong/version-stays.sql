-- caught by: the second of two editors is told
-- part: open
select body, version from pages where id = current_setting('app.page')::integer;

-- part: save
update pages
set body = current_setting('app.body')
where id = current_setting('app.page')::integer
  and version = current_setting('app.version')::integer
returning version;
