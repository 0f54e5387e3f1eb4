# shellcheck shell=bash
# What programs are told, as JSON.

json_string() {
  local text=$1
  text=${text//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//[$'\001'-$'\037']/ }
  printf '"%s"' "$text"
}

# One backup: its files with sizes and checksums.
artifact_manifest() {
  local name=$1 started=$2 folder=$3 sum file comma=
  printf '{"name":%s,"disasterRecovery":false,"topology":"A","host":%s,' \
    "$(json_string "$name")" "$(json_string "$(hostname)")"
  printf '"startedAt":%s,"finishedAt":%s,"files":[' \
    "$(json_string "$started")" "$(json_string "$(date -u +%Y-%m-%dT%H:%M:%SZ)")"
  while read -r sum file; do
    printf '%s{"path":%s,"bytes":%d,"sha256":%s}' "$comma" \
      "$(json_string "$file")" "$(stat -c %s "$folder/$file")" "$(json_string "$sum")"
    comma=,
  done <"$folder/SHA256SUMS"
  printf ']}\n'
}

# The host: how its last run ended, and all backups that there are. The portal reads this.
host_manifest() {
  local result=$1 started=$2 name comma=
  printf '{"disasterRecovery":false,"topology":"A","host":%s,' "$(json_string "$(hostname)")"
  printf '"lastRun":{"startedAt":%s,"finishedAt":%s,"result":%s},"backups":[' \
    "$(json_string "$started")" "$(json_string "$(date -u +%Y-%m-%dT%H:%M:%SZ)")" \
    "$(json_string "$result")"
  while IFS= read -r name; do
    [[ -n $name ]] || continue
    printf '%s' "$comma"
    tr -d '\n' <"$BACKUP_SAFE_PATH/$name/manifest.json"
    comma=,
  done < <(artifacts)
  printf ']}\n'
}
