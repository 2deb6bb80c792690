#!/bin/sh
# Copies the hall to a dated file while it runs, proves the copy by restoring it, and keeps the newest ones.
set -eu

hallqueue=${HALLQUEUE:-hallqueue}
backups=${HALLQUEUE_BACKUPS:-/var/backups/hallqueue}
keep=${HALLQUEUE_KEEP:-30}
second=${HALLQUEUE_SECOND:-}

newest_only() { # FOLDER: names carry the date, so the order of names is the order of time
    find "$1" -maxdepth 1 -name 'hall-*.sqlite3' | sort -r | tail -n "+$((keep + 1))" |
        while IFS= read -r old; do rm -f -- "$old"; done
}

mkdir -p "$backups"
file=$backups/hall-$(date +%Y-%m-%d-%H%M%S).sqlite3
proof=$(mktemp -d)
trap 'rm -rf "$proof" "$file.half"' EXIT

"$hallqueue" backup "$file.half"
"$hallqueue" restore "$file.half" --data "$proof"
mv "$file.half" "$file"
newest_only "$backups"

if [ -n "$second" ]; then
    if [ -d "$second" ] && cp "$file" "$second/"; then
        newest_only "$second"
    else
        echo "no second copy: $second is away or full 第二备份位置不可用" >&2
        exit 3
    fi
fi
echo "saved 已备份 $file"
