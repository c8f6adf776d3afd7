-- In what is marked, matches stand between chr(1) and chr(2), and chr(3) and chr(4) stand for < and >, which the parser of
-- text search would take for tags. As HTML: escaped, and <mark> is the only element.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.marked_html(marked text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select replace(replace(replace(replace(
    replace(replace(replace(replace(replace(marked, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;'),
    chr(3), '&lt;'), chr(4), '&gt;'), chr(1), '<mark>'), chr(2), '</mark>')
$$;
