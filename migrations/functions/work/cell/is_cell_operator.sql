-- Whether an operator is one of a type's.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_cell_operator(operator text, type text) returns boolean
language sql immutable set search_path = '' as $$
  select case
    when operator in ('isNull', 'order', 'group') then true
    when operator = 'sum' then type = 'NUMBER'
    when operator = 'has' then type in ('MULTI_SELECT', 'RELATION', 'ODOO_RECORD')
    when operator in ('contains', 'startsWith') then type in ('TEXT', 'SELECT', 'STATUS', 'URL', 'EMAIL')
    when operator in ('lt', 'lte', 'gt', 'gte') then type in ('TEXT', 'NUMBER', 'DATE', 'URL', 'EMAIL')
    else type not in ('MULTI_SELECT', 'RELATION', 'ODOO_RECORD') end
$$;
