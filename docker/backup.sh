#!/bin/sh
# backup.sh         makes one backup of DATABASE_URL in BACKUP_DIR, then deletes those older than BACKUP_DAYS days
# backup.sh daily   does so now and every day; after a failure it tries again in an hour
# backup.sh check   fails when there is no backup of the last 26 hours
set -eu
umask 077

folder=${BACKUP_DIR:-/backups}
days=${BACKUP_DAYS:-14}

fail() {
  echo "$1" >&2
  exit 1
}

case "${1:-once}" in
  once) ;;
  daily)
    while :; do
      if "$0"; then sleep 86400; else sleep 3600; fi
    done
    ;;
  check)
    find "$folder" -maxdepth 1 -name 'kernagenda-*.dump' -mmin -1560 | grep -q . && exit 0
    fail "$folder has no backup of the last 26 hours."
    ;;
  *) fail "There is no \"$1\"; use backup.sh, backup.sh daily or backup.sh check." ;;
esac

[ -n "${DATABASE_URL:-}" ] || fail 'Set DATABASE_URL to the database to back up.'
if [ ! -d "$folder" ] || [ ! -w "$folder" ]; then
  fail "BACKUP_DIR is $folder; make that folder and let user $(id -u) write it."
fi
case "$days" in
  '' | *[!0-9]*) fail "BACKUP_DAYS is \"$days\"; set it to a number of days." ;;
esac

target="$folder/kernagenda-$(date -u +%Y%m%dT%H%M%SZ).dump"
# Under another name until it is whole and can be read back.
trap 'rm -f "$target.part"' EXIT
pg_dump --format=custom --no-owner --no-privileges --file="$target.part" --dbname="$DATABASE_URL"
pg_restore --list "$target.part" >/dev/null
mv "$target.part" "$target"
find "$folder" -maxdepth 1 -type f -name 'kernagenda-*.dump' -mtime "+$days" -exec rm -f {} +
find "$folder" -maxdepth 1 -type f -name 'kernagenda-*.dump.part' -mtime +1 -exec rm -f {} +
echo "$target"
