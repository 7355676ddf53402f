-- part: open
select p.body, p.version from pages as p where p.id::text = current_setting('app.page');

-- part: save
update pages p set (body, version) = (current_setting('app.body'), p.version + 10)
where (p.id, p.version) = (current_setting('app.page')::integer, current_setting('app.version')::integer)
returning p.version;
