-- What is done once per key: the guard around each mutation of `work` whose file says "Once per key: …". In the database a
-- function's body is this text, with
--   {once}          what is done, and the input: the arguments of work.begin_once after the key
--   {declarations}  its own variables
--   {statements}    what it does, up to its "return"
--   {answer}        what it returns
--   {kept}          the same as JSON, under the key: {"id": …} for a uuid
--   {repeated}      what a call with a known key returns: `answer` is what was kept
-- A change here changes each of them: `tripoint migrate --draft` writes the migration.
declare
  answer jsonb := work.begin_once(idempotency_key, {once});
  {declarations}
begin
  if answer is not null then
    return {repeated};
  end if;
  {statements}
  perform work.end_once(idempotency_key, {kept});
  return {answer};
end
