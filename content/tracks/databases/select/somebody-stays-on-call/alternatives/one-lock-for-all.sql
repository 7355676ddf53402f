-- part: check
begin;
select pg_advisory_xact_lock(4711);
select name
from engineers
where on_call and name <> current_setting('app.engineer');

-- part: leave
update engineers set on_call = false where name = current_setting('app.engineer');
commit;
