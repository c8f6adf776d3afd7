-- Whether a text is an image's name: registry, repository, and a tag or a digest. Without either it would mean whatever
-- is the latest.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.is_image_name(uri text) returns boolean
language sql immutable set search_path = '' as $$
  select uri ~ ('^(localhost|[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|[A-Za-z0-9-]+(?=:))(:[0-9]{1,5})?'
    || '(/[a-z0-9]+((\.|_{1,2}|-+)[a-z0-9]+)*)+'
    || '(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}))?$')
    and uri ~ '(:[^/@]+|@[^/]+)$'
$$;
