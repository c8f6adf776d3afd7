-- How many characters take up as many code units; null within a character and past the end.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.utf16_characters(value text, units int) returns int
language plpgsql immutable strict set search_path = '' as $$
declare
  characters int := units;
  excess int;
begin
  if units < 0 or units > work.utf16_length(value) then
    return null;
  end if;
  loop
    excess := work.utf16_length(left(value, characters)) - units;
    if excess <= 0 then
      return case when excess = 0 then characters end;
    end if;
    -- A character has at most two code units: never too far back.
    characters := characters - (excess + 1) / 2;
  end loop;
end
$$;
