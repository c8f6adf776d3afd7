-- Refuses what a deployment found where it is in another form than the columns of ops.deployments say.
-- Executed by: nobody
-- Raises: TP400
create or replace function ops.check_found(health_checks jsonb, modules jsonb, migrations text[]) returns void
language plpgsql set search_path = '' as $$
begin
  perform ops.check_json('healthChecks', check_found.health_checks);
  perform ops.check_json('modules', check_found.modules);
  if check_found.health_checks is not null and (jsonb_typeof(check_found.health_checks) <> 'array' or jsonb_path_exists(check_found.health_checks,
    '$[*] ? (!(@.type() == "object" && @.name.type() == "string" && @.name != "" && (@.kind == "HTTP" || @.kind == "DATABASE")
      && @.ok.type() == "boolean"))')) then
    perform ops.refuse('TP400', 'A health check has a name, a kind, HTTP or DATABASE, and ok, true or false', '{"argument": "healthChecks"}');
  elsif check_found.modules is not null and (jsonb_typeof(check_found.modules) <> 'array' or jsonb_path_exists(check_found.modules,
    '$[*] ? (!(@.type() == "object" && @.module.type() == "string" && @.module != ""))')) then
    perform ops.refuse('TP400', 'A change of a module has the name of the module', '{"argument": "modules"}');
  elsif cardinality(check_found.migrations) > 1000 or array_position(check_found.migrations, null) is not null then
    perform ops.refuse('TP400', 'The migrations are at most 1000 names', '{"argument": "migrations"}');
  end if;
end
$$;
