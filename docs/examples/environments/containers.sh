#!/bin/sh
# A driver of environments in containers: docs/pull-requests.md#a-driver-of-your-own. An example to start from, which this
# project's tests do not run. Needs jq, and docker or podman (CONTAINERS=podman).
#
#   drivers:
#     containers:
#       command: [sh, /etc/tripoint/containers.sh]
#       environment: [PATH, HOME, CONTAINERS]
#       settings: { image: registry.example.com/shop, dump: /srv/staging/sanitized.dump, filestore: /srv/staging/filestore }
#
# `dump` is one that was neutralized and cleansed already: see "What a copy must not hold". The image is tagged by commit.
set -eu
C=${CONTAINERS:-docker}
IN=$(cat)
get() { printf '%s' "$IN" | jq -er "$1"; }

destroy() {
  "$C" rm --force --volumes "$1-odoo" "$1-db" >/dev/null 2>&1 || true
  "$C" volume rm --force "$1-files" >/dev/null 2>&1 || true
  "$C" network rm "$1" >/dev/null 2>&1 || true
}

case ${1:-} in
  create)
    NAME=$(get .environment.name)
    HOST=$(get .environment.hostName)
    SHA=$(get .environment.sha)
    IMAGE=$(get .settings.image)
    if [ "$("$C" inspect --format '{{ index .Config.Labels "tripoint.sha" }} {{ .State.Running }}' "$NAME-odoo" 2>/dev/null)" != "$SHA true" ]; then
      destroy "$NAME"
      "$C" network create "$NAME" >/dev/null
      "$C" run --detach --name "$NAME-db" --network "$NAME" --label tripoint.environment="$NAME" \
        --env POSTGRES_USER=odoo --env POSTGRES_PASSWORD=odoo --env POSTGRES_DB=postgres postgres:17 >/dev/null
      until "$C" exec "$NAME-db" pg_isready -q -U odoo -h 127.0.0.1; do sleep 1; done
      "$C" exec "$NAME-db" createdb -U odoo "$NAME"
      "$C" exec --interactive "$NAME-db" pg_restore -U odoo -O -x -d "$NAME" <"$(get .settings.dump)"
      "$C" volume create "$NAME-files" >/dev/null
      "$C" run --rm --user 0 --volume "$NAME-files:/to" --volume "$(get .settings.filestore):/from:ro" "$IMAGE:$SHA" \
        sh -c 'mkdir -p "/to/filestore" && cp -a /from "/to/filestore/$0" && chown -R odoo /to' "$NAME"
      "$C" run --detach --name "$NAME-odoo" --network "$NAME" --volume "$NAME-files:/var/lib/odoo" \
        --label tripoint.environment="$NAME" --label tripoint.sha="$SHA" --label "traefik.http.routers.$NAME.rule=Host(\`$HOST\`)" \
        --memory 2g --cpus 1 "$IMAGE:$SHA" odoo -d "$NAME" --db_host "$NAME-db" -r odoo -w odoo \
        --db-filter "^$NAME\$" --no-database-list --proxy-mode >/dev/null
    fi
    until "$C" exec "$NAME-odoo" curl -fsS -o /dev/null 'http://127.0.0.1:8069/web/login'; do
      [ "$("$C" inspect --format '{{ .State.Running }}' "$NAME-odoo")" = true ] || { echo 'Odoo has ended' >&2; exit 1; }
      sleep 1
    done
    jq -n --arg url "https://$HOST" --arg database "$NAME" '{ url: $url, database: $database, gatewayDatabase: null }'
    ;;
  status)
    "$C" ps --all --filter label=tripoint.environment --format '{{ .Label "tripoint.environment" }} {{ .Names }} {{ .State }}' |
      jq -Rn '[inputs | split(" ")] | group_by(.[0]) | map({ name: .[0][0], running: (length == 2 and all(.[2] == "running")) })
        | { environments: . }'
    ;;
  destroy)
    destroy "$(get .name)"
    echo '{}'
    ;;
  *)
    echo "create, status or destroy" >&2
    exit 2
    ;;
esac
