-- The words of a name, or of a text that is searched for, in small letters without accents; of a long one the beginning.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.name_words(name text) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(distinct left(word, 100)), '{}')
  from string_to_table(btrim(ops.searched_name(name)), ' ') word
  where word <> ''
$$;
