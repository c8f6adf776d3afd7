#!/bin/sh
# with-odoo-key.sh FILE COMMAND…: runs the command with the variables of the file, and once more when the file is another one.
# SIGTERM goes to the command, which has its time to end, and its exit code is this one's.
set -u
file=$1
shift
check_seconds=${CHECK_SECONDS:-30}
child=
stopping=

stop() {
  stopping=yes
  [ -z "$child" ] || kill -TERM "$child" 2>/dev/null
}
trap stop TERM INT

until_ended() {
  while :; do
    wait "$1"
    code=$?
    # A signal ends the waiting, and not what is waited for.
    kill -0 "$1" 2>/dev/null || return "$code"
  done
}

while :; do
  seen=$(cat "$file") || exit 1
  # shellcheck disable=SC2046,SC2086
  export $(echo $seen)
  "$@" &
  child=$!
  (
    trap 'exit 0' TERM
    # Not for ever: a SIGTERM that comes before the trap is set is lost.
    while sleep "$check_seconds" && kill -0 "$child" 2>/dev/null; do
      if [ "$(cat "$file" 2>/dev/null)" != "$seen" ] && [ -s "$file" ]; then
        kill -TERM "$child"
        exit 0
      fi
    done
  ) &
  watcher=$!
  [ -z "$stopping" ] || stop
  until_ended "$child"
  code=$?
  kill -TERM "$watcher" 2>/dev/null
  if [ -n "$stopping" ] || [ "$(cat "$file")" = "$seen" ]; then exit "$code"; fi
done
