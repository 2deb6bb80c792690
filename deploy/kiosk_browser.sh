#!/bin/sh
# Shows one page of the hall on the whole screen of this machine, and keeps it there.
#
#   kiosk_browser.sh PAGE[:PLACE]     kiosk:K1   lobby   lobby:main   window:3   evaluator:3   counter:3
#
# HALLQUEUE_SERVER   where the hall is            (http://127.0.0.1:8000)
# HALLQUEUE_PROFILE  keeps what the screen is     (~/.local/share/hallqueue-kiosk)
# HALLQUEUE_BROWSER  a browser by name or path    (chromium, google-chrome, ...)
# HALLQUEUE_NIGHT    the hour in which the browser is renewed when nobody waits (03)
# HALLQUEUE_BROWSER_OPTIONS  more of its options, for instance --window-position=1920,0 for a second screen
#
# Without a desktop it brings its own: `cage` (Wayland) or else `xinit` (X11) has to be installed.
set -u

usage='usage: kiosk_browser.sh PAGE[:PLACE], for instance kiosk:K1, lobby, window:3'
screen=${1:?$usage}
server=${HALLQUEUE_SERVER:-http://127.0.0.1:8000}
server=${server%/}
profile=${HALLQUEUE_PROFILE:-$HOME/.local/share/hallqueue-kiosk}
look_every=${HALLQUEUE_LOOK_EVERY:-20} # seconds
patience=3 # looks in a row without an answer
longest_pause=60
night=${HALLQUEUE_NIGHT:-03}
young=${HALLQUEUE_YOUNG:-21600} # seconds: a browser younger than this needs no renewal
export LANG="${LANG:-zh_CN.UTF-8}" # with the C locale a page's numbers and dates break
here=$(cd "$(dirname "$0")" && pwd)

page=${screen%%:*}
place=
case $screen in *:*) place=${screen#*:} ;; esac
case $page in
    counter | window | evaluator) key=counter ;;
    lobby) key=zone ;;
    *) key=place ;;
esac
address=$server/$page/${place:+?$key=$place}

say() { echo "hallqueue $screen: $*" >&2; }

tell_systemd() {
    if [ -n "${NOTIFY_SOCKET:-}" ]; then systemd-notify "$@" || true; fi
}

fetch() {
    if command -v curl >/dev/null; then
        curl -fsS --max-time 5 "$1"
    else
        wget -q -T 5 -t 1 -O - "$1"
    fi 2>/dev/null
}

nap() { # in a way that a signal ends at once
    sleep "$1" &
    wait $!
}

# --- A screen to show it on -------------------------------------------------------------------------------------

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    if command -v cage >/dev/null; then
        exec cage -- "$0" "$@"
    elif command -v xinit >/dev/null; then
        case $page in # a touch screen has no mouse to show, a board nobody to move it
            counter | manager | guide | reports) exec xinit "$0" "$@" -- :0 -nolisten tcp -s 0 ;;
            *) exec xinit "$0" "$@" -- :0 -nolisten tcp -s 0 -nocursor ;;
        esac
    fi
    say "no screen: install cage or xinit, or start this from a desktop 没有图形界面，请安装 cage"
    exit 69
fi

find_browser() {
    for name in ${HALLQUEUE_BROWSER:-chromium chromium-browser google-chrome google-chrome-stable}; do
        if command -v "$name"; then return; fi
    done
    say "no browser: install chromium 没有浏览器，请安装 chromium"
    exit 69
}

keep_awake() {
    if [ -n "${DISPLAY:-}" ] && command -v xset >/dev/null; then
        xset s off s noblank -dpms 2>/dev/null
    fi
    case $page in
        kiosk | lobby | window)
            if [ -n "${DISPLAY:-}" ] && command -v unclutter >/dev/null; then unclutter -idle 1 & fi
            ;;
    esac
}

# --- The browser ------------------------------------------------------------------------------------------------

mend_profile() { # after a crash or a power cut: no bubble "restore pages?", no lock of a process that is gone
    mkdir -p "$profile/Default"
    rm -f "$profile/SingletonLock" "$profile/SingletonSocket" "$profile/SingletonCookie" \
        "$profile/DevToolsActivePort"
    if [ -f "$profile/Default/Preferences" ]; then
        sed -i 's/"exited_cleanly":false/"exited_cleanly":true/;s/"exit_type":"Crashed"/"exit_type":"Normal"/' \
            "$profile/Default/Preferences"
    fi
}

start_browser() {
    mend_profile
    # The port is the system's choice, for this machine only, and written to DevToolsActivePort.
    # shellcheck disable=SC2086  # the options are words
    "$browser" \
        --kiosk \
        --user-data-dir="$profile" \
        --remote-debugging-address=127.0.0.1 \
        --remote-debugging-port=0 \
        --autoplay-policy=no-user-gesture-required \
        --lang=zh-CN \
        --noerrdialogs \
        --no-first-run \
        --no-default-browser-check \
        --disable-session-crashed-bubble \
        --hide-crash-restore-bubble \
        --disable-infobars \
        --disable-pinch \
        --overscroll-history-navigation=0 \
        --disable-features=Translate,TranslateUI,MediaRouter \
        --disable-component-update \
        --disable-background-networking \
        --disable-background-timer-throttling \
        --disable-sync \
        --password-store=basic \
        --ozone-platform-hint=auto \
        --check-for-update-interval=31536000 \
        ${HALLQUEUE_BROWSER_OPTIONS:-} \
        "$address" >/dev/null 2>&1 &
    pid=$!
    started=$(date +%s)
}

stop_browser() {
    kill "$pid" 2>/dev/null
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        kill -0 "$pid" 2>/dev/null || break
        nap 0.5
    done
    kill -9 "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
}

wait_for_server() {
    told=
    until fetch "$server/health" >/dev/null; do
        if [ -z "$told" ]; then say "waiting for $server 等待服务器"; fi
        told=yes
        tell_systemd WATCHDOG=1
        nap 2
    done
}

age() { echo $(($(date +%s) - started)); }

page_answers() { # Python is on every machine with a desktop; without it only a browser that ends is noticed
    if ! command -v python3 >/dev/null; then return 0; fi
    python3 "$here/page_alive.py" "$profile" "$server/$page/"
}

nobody_waits_at_night() {
    [ "$(date +%H)" = "$night" ] && [ "$(age)" -gt "$young" ] &&
        fetch "$server/health" | grep -q '"waiting":0[,}]'
}

why_to_end() { # sets `why` this browser has to go, or to nothing
    if page_answers; then
        silent=0
    else
        silent=$((silent + 1))
    fi
    if [ "$silent" -ge "$patience" ]; then
        why='its page does not answer 页面无响应'
    elif nobody_waits_at_night; then
        why='its nightly renewal 夜间例行重启'
    else
        why=
    fi
}

# --- For ever ---------------------------------------------------------------------------------------------------

browser=$(find_browser) || exit $?
pid=
trap '[ -n "$pid" ] && stop_browser; exit 0' TERM INT HUP
tell_systemd --ready
keep_awake
pause=1
while :; do
    wait_for_server
    start_browser
    say "$address"
    silent=0
    while kill -0 "$pid" 2>/dev/null; do
        nap "$look_every"
        kill -0 "$pid" 2>/dev/null || break
        tell_systemd WATCHDOG=1
        why_to_end
        if [ -n "$why" ]; then
            say "the browser is started anew: $why"
            stop_browser
        fi
    done
    wait "$pid" 2>/dev/null
    if [ "$(age)" -gt "$longest_pause" ]; then pause=1; fi
    say "the browser has ended; again in $pause s"
    nap "$pause"
    pause=$((pause * 2 > longest_pause ? longest_pause : pause * 2))
done
