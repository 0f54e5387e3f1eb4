# shellcheck shell=bash
# Dumps of PostgreSQL, each checked to be one before it counts.

# All databases of one server, and its roles, into a folder.
dump_server() {
  local container=$1 user=$2 folder=$3 databases database
  databases=$(docker exec "$container" psql -U "$user" -d postgres -AtX \
    -c 'select datname from pg_database where not datistemplate order by 1') ||
    die "container $container: its databases cannot be listed"
  docker exec "$container" pg_dumpall -U "$user" --globals-only --no-role-passwords \
    >"$folder/$container.globals.sql" ||
    die "container $container: its roles cannot be dumped"
  while IFS= read -r database; do
    [[ $database =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]*$ ]] ||
      die "container $container: the name of database \"$database\" cannot be part of a file's name"
    dump_database "$container" "$user" "$database" "$folder/$container.$database.dump"
  done <<<"$databases"
}

dump_database() {
  local container=$1 user=$2 database=$3 file=$4
  say "dump of $database in $container"
  docker exec "$container" pg_dump -U "$user" -F c -d "$database" >"$file" ||
    die "container $container: the dump of $database failed"
  # A dump that was cut off has a beginning, but no table of contents to the end.
  docker exec -i "$container" pg_restore --file=/dev/null <"$file" ||
    die "container $container: the dump of $database cannot be read back"
}
