-- The digits of ranks: keys that sort byte by byte, of which there is always one between two others.
--
-- A key is a whole number and a fraction, in digits 0-9A-Za-z. The first letter says how many digits the number has:
-- `a0` … `az`, `b00` … `bzz`, and downwards `Zz` … `Z0`, `Yzz` …: so a key that is appended stays short, whatever came
-- before it. A fraction grows by about a digit each five times that something is put into the same gap.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.rank_digits() returns text language sql immutable parallel safe set search_path = '' as
  $$ select '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz' $$;
