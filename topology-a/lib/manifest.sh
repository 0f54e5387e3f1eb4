# shellcheck shell=bash
# What programs are told, as JSON.

json_string() {
  local text=$1
  text=${text//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//[$'\001'-$'\037']/ }
  printf '"%s"' "$text"
}

now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

# One backup: its files with sizes and checksums.
artifact_manifest() {
  local name=$1 started=$2 folder=$3 sum file comma=
  printf '{"name":%s,"disasterRecovery":false,"topology":"A","host":%s,' \
    "$(json_string "$name")" "$(json_string "$(hostname)")"
  printf '"startedAt":%s,"finishedAt":%s,"files":[' \
    "$(json_string "$started")" "$(json_string "$(now)")"
  while read -r sum file; do
    printf '%s{"path":%s,"bytes":%d,"sha256":%s}' "$comma" \
      "$(json_string "$file")" "$(stat -c %s "$folder/$file")" "$(json_string "$sum")"
    comma=,
  done <"$folder/SHA256SUMS"
  printf ']}\n'
}

# How a run ended.
note_run() {
  local result=$1 started=$2
  printf '{"startedAt":%s,"finishedAt":%s,"result":%s}' "$(json_string "$started")" \
    "$(json_string "$(now)")" "$(json_string "$result")" >"$BACKUP_SAFE_PATH/.last-run.json"
  write_host_manifest
}

# What a check of a backup found. It lies in the backup's folder, and goes with it.
note_check() {
  local name=$1 result=$2 folder=$BACKUP_SAFE_PATH/$1
  [[ -w $folder && -w $BACKUP_SAFE_PATH ]] ||
    { say "this user may not note in $BACKUP_SAFE_PATH what the check found" && return; }
  printf '{"at":%s,"result":%s}' "$(json_string "$(now)")" "$(json_string "$result")" \
    >"$folder/.checked.json"
  write_host_manifest
}

# A run and a check may end together: what is written last has to know of both.
write_host_manifest() {
  (
    flock 8
    host_manifest >"$BACKUP_SAFE_PATH/.manifest.new"
    mv "$BACKUP_SAFE_PATH/.manifest.new" "$BACKUP_SAFE_PATH/manifest.json"
  ) 8>"$BACKUP_SAFE_PATH/.manifest.lock"
}

# The host: how its last run ended, and all backups that there are. The portal reads this.
host_manifest() {
  local name folder artifact comma=
  printf '{"disasterRecovery":false,"topology":"A","host":%s' "$(json_string "$(hostname)")"
  if [[ -f $BACKUP_SAFE_PATH/.last-run.json ]]; then
    printf ',"lastRun":%s' "$(<"$BACKUP_SAFE_PATH/.last-run.json")"
  fi
  printf ',"backups":['
  while IFS= read -r name; do
    folder=$BACKUP_SAFE_PATH/$name
    [[ -f $folder/manifest.json ]] || continue
    artifact=$(tr -d '\n' <"$folder/manifest.json")
    printf '%s%s' "$comma" "${artifact%\}}"
    if [[ -f $folder/.checked.json ]]; then
      printf ',"checked":%s' "$(<"$folder/.checked.json")"
    fi
    printf '}'
    comma=,
  done < <(artifacts)
  printf ']}\n'
}
