message_info() { printf '\e[36mINFO: %s\e[0m\n' "$*"; }

message_success() { printf '\e[32mSUCCESS: %s\e[0m\n' "$*"; }

message_error() { printf '\e[31mERROR: %s\e[0m\n' "$*" >&2; }
