# shellcheck shell=bash
# Whether a backup still is what was written.

folder_of() {
  local name=$1
  # shellcheck disable=SC2053 # a pattern
  [[ $name == $ARTIFACT_PATTERN && -d $BACKUP_SAFE_PATH/$name ]] ||
    die "there is no backup $name in $BACKUP_SAFE_PATH; list shows what there is"
  printf '%s' "$BACKUP_SAFE_PATH/$name"
}

verify_artifact() {
  local folder
  folder=$(folder_of "$1")
  if ! (cd "$folder" && sha256sum --check --strict --quiet SHA256SUMS >&2); then
    note_check "$1" damaged
    die "$1 is damaged: do not restore from it"
  fi
  if [[ -f $folder/data.tar.gz ]] && ! tar -tzf "$folder/data.tar.gz" >/dev/null; then
    note_check "$1" damaged
    die "$1: its data cannot be unpacked"
  fi
  note_check "$1" intact
  say "$1 is as it was written. Only a restore proves more."
}
