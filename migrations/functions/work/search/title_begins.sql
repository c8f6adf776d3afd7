-- The condition that a word of a title of work.pages p begins as one that was typed. Most titles have neither the word nor
-- anything but ASCII: what costs least is asked first, in a case, which keeps the order. The pattern with all signs costs
-- two milliseconds before it is first asked.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.title_begins(word text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when work.has_signs(word) then format('normalize(p.title, NFKC) ~* %L', word)
    else format('case when octet_length(p.title) = length(p.title) then p.title %1$s and p.title ~* %2$L
      else normalize(p.title, NFKC) %1$s and normalize(p.title, NFKC) ~* %3$L end',
      -- Lower case is only of ASCII what a pattern takes for the same letter.
      case when octet_length(word) = length(word) then format('ilike %L', '%' || word || '%') else format('~* %L', word) end,
      '\m' || word, work.typed_pattern(word)) end
$$;
