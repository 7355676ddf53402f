insert into api_keys (key_hash, name, per_minute) values
  ('a8ac063106ec3afd49a55f6ac086127e67f281c1f175495be87a0d0275719de6', 'Newsletter', 6),
  ('a05f8bd7098684e70a72cecc47fd6a18995927720c50941fbc96b8c2fc564e22', 'Posters', 60);

insert into links (code, url, key_hash) values
  ('spring', 'https://shop.example/spring?from=news', 'a8ac063106ec3afd49a55f6ac086127e67f281c1f175495be87a0d0275719de6'),
  ('Spring', 'https://shop.example/printed-spring', 'a05f8bd7098684e70a72cecc47fd6a18995927720c50941fbc96b8c2fc564e22'),
  ('map', 'https://maps.example/@52.5,13.4,17z', 'a05f8bd7098684e70a72cecc47fd6a18995927720c50941fbc96b8c2fc564e22');
