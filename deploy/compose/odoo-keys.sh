#!/bin/sh
# Keeps keys of Odoo in KEYS_FOLDER: reader.env for who reads, writer.env for who writes. Each lives KEY_DAYS, and there is a new
# one every RENEW_AFTER_DAYS; the one before holds until its own end, so nobody is without a key in between.
set -eu
folder=${KEYS_FOLDER:-/keys}
script=${KEYS_SCRIPT:-/odoo-keys.py}
check_seconds=${CHECK_SECONDS:-3600}

is_fresh() { [ -s "$folder/$1" ] && [ -n "$(find "$folder/$1" -mmin "-$((${RENEW_AFTER_DAYS:-30} * 1440))")" ]; }

# The line of one key, as a variable.
line_of() { printf '%s\n' "$made" | sed -n "s/^.*KEY \($1=[0-9a-f]*\)\$/\1/p" | grep .; }

# Never half of a file: who reads it may be doing so now. The writer reads as the reader does, so it gets both keys.
renew() {
  made=$(odoo shell --db_host "$PGHOST" --db_user "$PGUSER" --db_password "$PGPASSWORD" -d odoo --no-http --log-level error <"$script") || return 1
  line_of ODOO_API_KEY >"$folder/.reader.env" || return 1
  { line_of ODOO_API_KEY && line_of ODOO_WRITER_API_KEY; } >"$folder/.writer.env" || return 1
  chmod 0644 "$folder/.reader.env" "$folder/.writer.env"
  mv "$folder/.reader.env" "$folder/reader.env"
  mv "$folder/.writer.env" "$folder/writer.env"
}

trap 'exit 0' TERM INT
while :; do
  if ! is_fresh reader.env || ! is_fresh writer.env; then
    if renew; then echo 'made new keys of Odoo'; else echo 'Odoo made no keys: trying again' >&2; fi
  fi
  sleep "$check_seconds" &
  wait $!
done
