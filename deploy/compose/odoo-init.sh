#!/bin/sh
# odoo-init.sh MODULES: makes the database `odoo`, once. Ended in the middle it begins anew the next time.
#
# A database says in its comment that it is not whole yet. One without that comment and with Odoo's tables is left as it is,
# so nothing of somebody's is ever dropped. Its server and role come from PGHOST, PGUSER and PGPASSWORD.
set -eu
mark='tripoint: being initialised'
files=${ODOO_FILES:-/var/lib/odoo/filestore/odoo}

ask() { psql --no-psqlrc --quiet --no-align --tuples-only --set ON_ERROR_STOP=1 --dbname "$1" --command "$2"; }

state() {
  found=$(ask postgres "select coalesce(shobj_description(oid, 'pg_database'), '') || '.' from pg_database where datname = 'odoo'")
  case $found in
    '') echo absent ;;
    "$mark.") echo unfinished ;;
    *) if [ "$(ask odoo "select to_regclass('public.ir_module_module') is null")" = t ]; then echo empty; else echo whole; fi ;;
  esac
}

now=$(state)
if [ "$now" = whole ]; then
  echo 'the database of Odoo is there'
  exit 0
fi
if [ "$now" = unfinished ]; then
  echo 'an earlier start was ended before the database of Odoo was whole: beginning anew'
  ask postgres 'drop database odoo with (force)'
  rm -rf "$files"
  now=absent
fi
if [ "$now" = absent ]; then ask postgres "create database odoo template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'"; fi
ask postgres "comment on database odoo is '$mark'"
odoo --db_host "$PGHOST" --db_user "$PGUSER" --db_password "$PGPASSWORD" -d odoo --with-demo --stop-after-init -i "$1"
# Odoo ends with 0 also where it has installed nothing.
if [ "$(ask odoo "select count(*) from ir_module_module where state = 'installed' and name = any (string_to_array('$1', ','))")" != "$(echo "$1" | tr ',' '\n' | grep -c .)" ]; then
  echo 'Odoo has not installed all of its modules' >&2
  exit 1
fi
ask postgres 'comment on database odoo is null'
echo 'the database of Odoo is made'
