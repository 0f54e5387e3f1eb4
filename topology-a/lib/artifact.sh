# shellcheck shell=bash
# One backup is a folder. It gets its name when it is whole; until then it is .partial-….

readonly ARTIFACT_PATTERN='appgear-[0-9]*T[0-9]*Z'

with_lock() {
  mkdir -p "$BACKUP_SAFE_PATH"
  exec 9>"$BACKUP_SAFE_PATH/.lock"
  flock --nonblock 9 || die "another backup runs ($BACKUP_SAFE_PATH/.lock)"
  "$@"
}

make_artifact() {
  local started name partial sums
  started=$(now)
  name=appgear-$(date -u +%Y%m%dT%H%M%SZ)
  [[ ! -e $BACKUP_SAFE_PATH/$name ]] || die "$name exists already"
  # With the lock held, nobody works on what an earlier run left.
  rm -rf "$BACKUP_SAFE_PATH"/.partial-*
  partial=$BACKUP_SAFE_PATH/.partial-$name
  mkdir "$partial"
  running=("$partial" "$started")
  trap 'failed_run "${running[@]}"' EXIT
  fill_artifact "$partial"
  sums=$(cd "$partial" && find . -type f -printf '%P\0' | sort -z | xargs -0r sha256sum)
  printf '%s\n' "$sums" >"$partial/SHA256SUMS"
  artifact_manifest "$name" "$started" "$partial" >"$partial/manifest.json"
  sync "$partial"/*
  mv "$partial" "$BACKUP_SAFE_PATH/$name"
  trap - EXIT
  remove_old_artifacts
  note_run succeeded "$started"
  say "backup $BACKUP_SAFE_PATH/$name"
}

fill_artifact() {
  local folder=$1 entry
  [[ -n $POSTGRES_CONTAINERS || -d $DOCKER_DATA_DIR ]] ||
    die "nothing to back up: POSTGRES_CONTAINERS is empty, and there is no $DOCKER_DATA_DIR"
  for entry in $POSTGRES_CONTAINERS; do
    dump_server "${entry%%:*}" "$(user_of "$entry")" "$folder"
  done
  if [[ -d $DOCKER_DATA_DIR ]]; then
    pack_data "$folder/data.tar.gz"
  fi
}

user_of() { if [[ $1 == *:* ]]; then printf '%s' "${1#*:}"; else printf postgres; fi; }

pack_data() {
  local code=0
  say "data of $DOCKER_DATA_DIR"
  tar -czf "$1" -C "$DOCKER_DATA_DIR" . || code=$?
  # 1: a file changed while it was read. What is in use does; databases have their dumps.
  [[ $code -le 1 ]] || die "the data of $DOCKER_DATA_DIR cannot be packed"
  [[ $code -eq 0 ]] || say 'some data changed while it was read: it may not fit together'
}

# Nothing of a run that failed is left, save that it failed.
failed_run() {
  rm -rf "$1"
  note_run failed "$2"
  say 'NO backup was made.'
}

artifacts() { find "$BACKUP_SAFE_PATH" -maxdepth 1 -type d -name "$ARTIFACT_PATTERN" -printf '%f\n' 2>/dev/null | sort; }

list_artifacts() { artifacts; }

newest_artifact() {
  local newest
  newest=$(artifacts | tail -n 1)
  [[ -n $newest ]] || die "there is no backup in $BACKUP_SAFE_PATH"
  printf '%s' "$newest"
}

remove_old_artifacts() {
  local name
  artifacts | head -n "-$KEEP_BACKUPS" | while IFS= read -r name; do
    say "older than the $KEEP_BACKUPS newest: $name"
    rm -rf "${BACKUP_SAFE_PATH:?}/$name"
  done
}
