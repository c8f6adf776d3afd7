-- The stored id of the block that a client names so on this page: the same name is the same block here, and another one
-- on any other page. A uuid of version 8, of 122 bits of a digest.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.block_id(page_id uuid, given_id uuid) returns uuid
language sql immutable strict set search_path = '' as $$
  select encode(
    set_byte(set_byte(d.digest, 6, (get_byte(d.digest, 6) & 15) | 128), 8, (get_byte(d.digest, 8) & 63) | 128),
    'hex')::uuid
  from (select substr(sha256(uuid_send(page_id) || uuid_send(given_id)), 1, 16) as digest) d
$$;
