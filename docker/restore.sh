#!/bin/sh
# restore.sh FILE             restores a backup into the empty database of DATABASE_URL
# restore.sh FILE --replace   deletes everything in that database first
# One transaction: when anything fails, the database is as it was. Stop the application before.
set -eu

fail() {
  echo "$1" >&2
  exit 1
}

file=${1:-}
wish=${2:-}
[ -n "${DATABASE_URL:-}" ] || fail 'Set DATABASE_URL to the database to restore into.'
[ -r "$file" ] || fail "Name a backup that can be read: restore.sh FILE [--replace]"
case "$wish" in
  '' | --replace) ;;
  *) fail "There is no \"$wish\"; leave it out, or say --replace to delete what is in the database." ;;
esac

query() {
  psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --dbname="$DATABASE_URL" "$@"
}

pg_restore --list "$file" >/dev/null || fail "$file is no whole backup."
relations=$(query --command="
  select count(*) from pg_class
  join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p', 'v', 'm', 'S', 'f') and nspname !~ '^pg_' and nspname <> 'information_schema'")
if [ "$relations" != 0 ] && [ "$wish" != --replace ]; then
  fail "The database is not empty. To delete everything in it and restore, say: restore.sh $file --replace"
fi

# Without the last lines nothing is committed, so a backup that breaks off changes nothing.
script() {
  echo "begin; set local lock_timeout = '10s'; set local client_min_messages = warning;"
  if [ "$wish" = --replace ]; then
    cat <<'SQL'
do $$
declare name text;
begin
  for name in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
    execute format('drop schema %I cascade', name);
  end loop;
end $$;
create schema public;
SQL
  fi
  pg_restore --no-owner --no-privileges --file=- "$file" && echo "commit; select 'restored';"
}

said=$(script | query) || said=
[ "$(echo "$said" | tail -n 1)" = restored ] || fail 'Nothing was restored; see above why.'
echo "Restored $file."
