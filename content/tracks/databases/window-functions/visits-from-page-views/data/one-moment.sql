-- All views of a visitor at one moment, and a visitor with a single view.
insert into page_views (visitor, path, viewed_at)
select 'kaia', '/image/' || n, '2026-03-01 09:00:00+00' from generate_series(1, 4) as n;

insert into page_views (visitor, path, viewed_at) values ('hugo', '/', '2026-03-01 09:00:00+00');
