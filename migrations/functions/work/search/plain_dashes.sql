-- A question in which a dash excludes a word only where it is meant so: `quarter -form` does. In a question (`What does the
-- -q flag do?`), before one or two letters (`rm -rf`), a number or another dash (`--force`) a dash is a part of what is asked
-- for.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.plain_dashes(question text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select regexp_replace(question, case
    when question ~* '[?？]\s*$|か。?\s*$|^\s*(who|whom|whose|what|when|where|why|which|how|is|are|was|were|do|does|did|can|could|may|must|should|will|would|has|have|ano|anong|sino|kailan|kelan|saan|bakit|paano|alin|ilan|magkano|wie|was|wer|wann|wo|warum|welche|please|show|list|find|give)\M|(^|\s)(what|why|how|explain|describe|tell)\M'
      then '(^|[\s("''`])[-–—]+(?=\S)'
    else '(^|[\s("''`])(-{2,}(?=\S)|[-–—](?=[0-9]|[A-Za-z]{1,2}([^[:alnum:]]|$)))' end, '\1', 'g')
$$;
