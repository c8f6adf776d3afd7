-- Pages whose titles are like what was typed, for a quick switcher: by the beginnings of words, in any order, and with a
-- typo in one of them. Best first, at most `most` (1 to 100). `highlighted` is the title as HTML, escaped, with what was
-- typed in <mark>.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.search_pages(query text, most int default 10, space_ids uuid[] default null)
returns table (page_id uuid, score float8, highlighted text)
language plpgsql stable rows 10 set search_path = '' as $$
#variable_conflict use_column
declare
  typed constant text := lower(btrim(left(regexp_replace(query, '\s+', ' ', 'g'), 200)));
begin
  if coalesce(typed, '') = '' then
    return;
  end if;
  return query
  select p.id, t.score, work.marked_html(work.mark_beginnings(p.title, typed))
  from work.similar_titles(typed, space_ids, least(greatest(coalesce(most, 10), 1), 100)) t
    join work.pages p on p.id = t.id
  order by t.score desc, length(p.title), p.id;
end
$$;
