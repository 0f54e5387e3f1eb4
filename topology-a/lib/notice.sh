# shellcheck shell=bash
# What is said to people.

say() { printf '%s\n' "$*" >&2; }

die() {
  say "appgear-backup: $*"
  exit 1
}

no_disaster_recovery() {
  say '*******************************************************************'
  say '* Topology A: for development and demos only. This is NO disaster *'
  say '* recovery: one host, one copy, nothing proves that it restores.  *'
  say '* Production runs on Kubernetes, with the DR module (Velero).     *'
  say '*******************************************************************'
}
