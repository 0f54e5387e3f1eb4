# shellcheck shell=bash
# shellcheck disable=SC2034 # other parts use them
# The settings, from a .env file. Its lines are data: nothing in them is run or expanded.

BACKUP_SAFE_PATH=/opt/appgear/backup
DOCKER_DATA_DIR=/opt/appgear/data
POSTGRES_CONTAINERS=
KEEP_BACKUPS=7

readonly KNOWN_SETTINGS=' BACKUP_SAFE_PATH DOCKER_DATA_DIR POSTGRES_CONTAINERS KEEP_BACKUPS '

read_settings() {
  local file=$1 line name value number=0
  [[ -r $file ]] || die "cannot read $file; name your settings with --env FILE"
  while IFS= read -r line || [[ -n $line ]]; do
    number=$((number + 1))
    line=${line%$'\r'}
    [[ $line =~ ^[[:space:]]*(#|$) ]] && continue
    [[ $line =~ ^[[:space:]]*(export[[:space:]]+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$ ]] ||
      die "$file, line $number: expected NAME=value"
    name=${BASH_REMATCH[2]}
    value=$(unquoted "${BASH_REMATCH[3]}")
    case $name in
      # A file of the whole platform has other settings, too; these are of the old script.
      POSTGRES_CONTAINER) POSTGRES_CONTAINERS=${POSTGRES_CONTAINERS:-$value} ;;
      KEYCLOAK_CONTAINER | N8N_CONTAINER)
        say "$file, line $number: $name is left out: it names the application, which has no pg_dump. Name the container of its database in POSTGRES_CONTAINERS."
        ;;
      *) [[ $KNOWN_SETTINGS == *" $name "* ]] && printf -v "$name" '%s' "$value" ;;
    esac
  done <"$file"
  check_settings
}

unquoted() {
  local value=$1
  if [[ $value =~ ^\"(.*)\"[[:space:]]*$ || $value =~ ^\'(.*)\'[[:space:]]*$ ]]; then
    value=${BASH_REMATCH[1]}
  else
    value=${value%%[[:space:]]#*}
    value=${value%"${value##*[![:space:]]}"}
  fi
  printf '%s' "$value"
}

check_settings() {
  [[ $BACKUP_SAFE_PATH == /* ]] || die "BACKUP_SAFE_PATH must be an absolute path: $BACKUP_SAFE_PATH"
  [[ $KEEP_BACKUPS =~ ^[1-9][0-9]*$ ]] || die "KEEP_BACKUPS must be a number from 1: $KEEP_BACKUPS"
  local entry
  for entry in $POSTGRES_CONTAINERS; do
    [[ $entry =~ ^[A-Za-z0-9][A-Za-z0-9_.-]*(:[A-Za-z0-9_][A-Za-z0-9_-]*)?$ ]] ||
      die "POSTGRES_CONTAINERS: $entry is not CONTAINER or CONTAINER:USER"
  done
}
