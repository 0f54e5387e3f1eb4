# shellcheck shell=bash
# Back again. Nothing that exists is overwritten: what is there is moved or dropped by hand before.

restore_database() {
  [[ $# -ge 3 ]] || { usage >&2 && exit 2; }
  local name=$1 file=$2 entry=$3 folder container user database
  folder=$(folder_of "$name")
  [[ $file != */* && $file == *.dump && -f $folder/$file ]] ||
    die "$name holds no dump $file: $(cd "$folder" && printf '%s ' *.dump)"
  container=${entry%%:*}
  user=$(user_of "$entry")
  database=${4:-$(database_in "$file")}
  [[ $database =~ ^[A-Za-z0-9_][A-Za-z0-9_-]*$ ]] || die "$database is no name for a database"
  verify_artifact "$name"
  docker exec "$container" createdb -U "$user" "$database" ||
    die "$database cannot be made in $container. If it exists, choose another name, or rename it before"
  docker exec -i "$container" pg_restore -U "$user" --exit-on-error --no-owner -d "$database" \
    <"$folder/$file" ||
    die "$database in $container is NOT whole: the restore stopped. Drop it, and look at the error above"
  say "$database in $container holds $file of $name"
}

# CONTAINER.DATABASE.dump
database_in() {
  local rest=${1%.dump}
  printf '%s' "${rest##*.}"
}

restore_data() {
  [[ $# -eq 2 ]] || { usage >&2 && exit 2; }
  local name=$1 target=$2 folder
  folder=$(folder_of "$name")
  [[ -f $folder/data.tar.gz ]] || die "$name holds no data"
  [[ ! -e $target || -z $(ls -A "$target") ]] || die "$target is not empty; nothing was changed"
  verify_artifact "$name"
  mkdir -p "$target"
  tar -xzf "$folder/data.tar.gz" -C "$target" || die "$target is NOT whole: unpacking stopped"
  say "$target holds the data of $name"
}
