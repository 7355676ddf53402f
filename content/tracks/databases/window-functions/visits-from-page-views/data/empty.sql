-- Nobody has come yet.
delete from page_views;
