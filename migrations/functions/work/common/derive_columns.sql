-- Fills the columns that follow from others: the place of a block, the role as the SDL spells it, the kind of a relation.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.derive_columns() returns trigger
language plpgsql set search_path = '' as $$
begin
  case tg_table_name
    when 'blocks' then new.inside_id := coalesce(new.parent_id, new.page_id);
    when 'permissions' then new.role_name := upper(new.role);
    else new.kind := case when new.from_page_id is not null then 'PAGE' when new.from_row_id is not null then 'ROW' else 'DATABASE' end;
  end case;
  return new;
end
$$;
