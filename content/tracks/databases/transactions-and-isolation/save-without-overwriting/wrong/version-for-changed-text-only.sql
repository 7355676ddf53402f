-- caught by: a save of the same text is a save
-- part: open
select body, version from pages where id = current_setting('app.page')::integer;

-- part: save
update pages
set
  body = current_setting('app.body'),
  version = case when body = current_setting('app.body') then version else version + 1 end
where id = current_setting('app.page')::integer
  and version = current_setting('app.version')::integer
returning version;
