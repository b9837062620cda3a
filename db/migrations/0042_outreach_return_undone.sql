-- A return recorded on the wrong letter is taken back by a person: the letter is posted again, and both events stay.
-- The arrow is added to the function as it stands, whatever other arrows it holds.
do $$
declare
  source text := pg_get_functiondef('deliveries_follow_arrows()'::regprocedure);
begin
  if position('''posted>returned''' in source) = 0 then
    raise exception 'the arrow posted>returned is not where it was: add returned>posted beside it';
  end if;
  execute replace(source, '''posted>returned''', '''posted>returned'', ''returned>posted''');
end $$;
