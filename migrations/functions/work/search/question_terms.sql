-- The lexemes of a question, each a query of its own; at most 24.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.question_terms(config regconfig, question text) returns tsquery[]
language sql immutable parallel safe set search_path = '' as $$
  select array(
    select work.begin_single_signs(work.lexeme_query(l))
    from unnest(tsvector_to_array(to_tsvector(config, work.search_words(question, true)))) as l
    -- Hiragana are endings and particles: the last to be asked for.
    order by l ~ '[\u3041-\u309f]', l limit 24)
$$;
