#!/bin/sh
# Puts the hall on this box from a folder of wheels; nothing is asked of any network. As root:
#
#   sh deploy/install.sh WHEELS            the server, its nightly backup, and what a kiosk needs
#
# Running it again with newer wheels is how one updates: the data stay, the server is started anew.
# ROOT=/somewhere puts everything below that folder and touches no running system (for packaging, for tests).
set -eu

wheels=${1:?the folder of wheels, see deploy/README.md}
root=${ROOT:-}
here=$(cd "$(dirname "$0")" && pwd)
home=$root/opt/hallqueue
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed 需要 Python 3.11 以上（可用 PYTHON= 指定）" >&2
    exit 69
}
[ -x "$home/bin/python" ] || "$python" -m venv "$home"
"$home/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --find-links "$wheels" \
    --upgrade --force-reinstall --no-deps hallqueue
"$home/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --find-links "$wheels" hallqueue

mkdir -p "$home/deploy" "$root/etc/systemd/system" "$root/usr/lib/sysusers.d" "$root/usr/lib/tmpfiles.d"
cp "$here"/*.sh "$here"/page_alive.py "$here"/*.md "$home/deploy/"
cp -r "$here/caddy" "$here/nginx" "$here/systemd" "$home/deploy/"
cp "$here"/systemd/*.service "$here"/systemd/*.timer "$root/etc/systemd/system/"
for name in hallqueue hallqueue-kiosk; do
    cp "$here/systemd/$name.sysusers" "$root/usr/lib/sysusers.d/$name.conf"
done
cp "$here/systemd/hallqueue.tmpfiles" "$root/usr/lib/tmpfiles.d/hallqueue.conf"

if [ -z "$root" ]; then
    systemd-sysusers
    systemd-tmpfiles --create hallqueue.conf
    systemctl daemon-reload
    systemctl try-restart hallqueue.service
fi
"$home/bin/hallqueue" --help >/dev/null
echo "installed in $home 已安装；接下来见 $here/README.md"
