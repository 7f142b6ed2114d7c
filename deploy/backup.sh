#!/bin/sh
# A dated backup that was restored and verified, and then the old ones away. Beside the running server, as its user:
#   BACKUP_DIR=/var/backups/portal BACKUP_KEEP_DAYS=14 DATA_DIR=/var/lib/portal sh deploy/backup.sh
# Nothing old is removed unless the new one is whole. It prints the head of the chain of changes: keep the output.
set -eu
umask 077
: "${BACKUP_DIR:?says where backups lie}"
keep=${BACKUP_KEEP_DAYS:-14}
case $keep in '' | *[!0-9]*) echo "BACKUP_KEEP_DAYS is no number of days: $keep" >&2; exit 2 ;; esac
cd "$(dirname "$0")/.."
portal() { node scripts/start.mjs portal "$@"; }

mkdir -p "$BACKUP_DIR"
BACKUP_DIR=$(cd "$BACKUP_DIR" && pwd)
made="$BACKUP_DIR/portal-$(date -u +%Y-%m-%dT%H%M%SZ).db"
tried=$(mktemp -d "$BACKUP_DIR/.tried-XXXXXX")
trap 'rm -rf "$tried"' EXIT

portal backup "$made"
# As one would have to: into an empty folder, and every check on what comes out. The server's own folder is not touched.
unset DATABASE_URL
DATA_DIR="$tried" portal restore "$made"
if ! DATA_DIR="$tried" portal verify; then
  mv "$made" "$made.wrong"
  [ ! -e "$made.documents" ] || mv "$made.documents" "$made.wrong.documents"
  echo "The backup is not as it should be: $made.wrong. No older one is removed." >&2
  exit 1
fi
# Only what this script has made, by its name.
find "$BACKUP_DIR" -maxdepth 1 -name 'portal-????-??-??T??????Z.db' -type f -mtime +"$keep" | while IFS= read -r old; do
  [ "$old" != "$made" ] || continue
  rm -rf "$old" "$old.documents"
  echo "Removed $old"
done
