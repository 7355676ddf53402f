-- caught by: two saves at the same moment: one of them is told
-- part: open
select body, version from pages where id = current_setting('app.page')::integer;

-- part: save
update pages
set body = current_setting('app.body'), version = version + 1
where id = current_setting('app.page')::integer
  and exists (
    select
    from pages as seen
    where seen.id = current_setting('app.page')::integer
      and seen.version = current_setting('app.version')::integer
  )
returning version;
