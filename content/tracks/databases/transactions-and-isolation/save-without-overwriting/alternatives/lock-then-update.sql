-- part: open
select body, version from pages where id = current_setting('app.page')::integer;

-- part: save
with page as (
  select id, version
  from pages
  where id = current_setting('app.page')::integer
  for update
)
update pages
set body = current_setting('app.body'), version = page.version + 1
from page
where pages.id = page.id and page.version = current_setting('app.version')::integer
returning pages.version;
