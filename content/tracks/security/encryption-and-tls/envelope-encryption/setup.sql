create table addresses (
  customer_id int primary key,
  key_version int not null,
  wrapped_key text not null,
  ciphertext text not null
);
