-- The candidate that a word was probably meant to be; null where none is near. One edit is allowed for each `letters` of the
-- candidate. Case and separators count for nothing; other digits make another name: report.2025 is not a slip of report.2026.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.nearest(word text, candidates text[], letters int) returns text
language sql immutable set search_path = '' as $$
  select candidate
  from (
    select c as candidate, regexp_replace(lower(c), '[^a-z0-9]+', '.', 'g') as plain,
      regexp_replace(lower(left(word, 200)), '[^a-z0-9]+', '.', 'g') as given
    from unnest(candidates) c) names
  where regexp_replace(plain, '[^0-9]', '', 'g') = regexp_replace(given, '[^0-9]', '', 'g')
    and abs(length(plain) - length(given)) <= length(plain) / letters
    and ops.edits_between(given, plain) <= length(plain) / letters
  order by ops.edits_between(given, plain), candidate limit 1
$$;
