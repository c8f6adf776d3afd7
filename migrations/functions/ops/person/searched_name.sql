-- A name as it is searched: words in small letters without accents, each with a space before it. Null for null.
-- Executed by: sync-odoo-agent, user, service
-- Raises: nothing
create or replace function ops.searched_name(name text) returns text
language plpgsql immutable strict set search_path = '' as $$
declare
  bare text := lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g'));
begin
  bare := replace(replace(replace(translate(bare, 'łøđħıŋŧðþ', 'lodhintdt'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');
  return ' ' || btrim(regexp_replace(bare, '[\s\u0027\u2019\u2010-\u2015.,;:()/_-]+', ' ', 'g'));
end
$$;
