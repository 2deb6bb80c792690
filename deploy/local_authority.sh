#!/bin/sh
# Makes the hall its own certificate authority, and a certificate for its server.
#
#   local_authority.sh FOLDER NAME-OR-ADDRESS...      local_authority.sh /etc/ssl/hallqueue hall.lan 192.168.1.10
#
# The first run makes FOLDER/root.crt and root.key (20 years): every screen and phone has to be told to trust
# root.crt once. Every run makes a new server.crt and server.key (825 days, the most that Apple's devices accept)
# under the same root, so renewing is running it again and reloading the proxy. Keep root.key off the network.
set -eu
umask 077

folder=${1:?folder and names, for instance: local_authority.sh /etc/ssl/hallqueue hall.lan 192.168.1.10}
shift
if [ $# -eq 0 ]; then
    echo "name the server: its names and addresses as the screens write them 请写出服务器名称或地址" >&2
    exit 64
fi

kind_of() {
    case $1 in
        *:* | *[0-9].*[0-9].*[0-9].*[0-9]) case $1 in *[g-zG-Z]*) echo DNS ;; *) echo IP ;; esac ;;
        *) echo DNS ;;
    esac
}

names=
for name; do names=${names:+$names,}$(kind_of "$name"):$name; done

mkdir -p "$folder"
chmod 755 "$folder" # root.crt is for everybody; the keys are not
cd "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -f root.key ]; then
    openssl ecparam -name prime256v1 -genkey -noout -out "$work/root.key"
    openssl req -x509 -new -sha256 -days 7300 -key "$work/root.key" -out "$work/root.crt" \
        -subj "/O=hallqueue/CN=hallqueue local authority $(date +%Y-%m-%d)" \
        -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign"
    mv "$work/root.key" "$work/root.crt" .
    chmod 644 root.crt
fi

cat >"$work/extensions" <<EXTENSIONS
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
subjectAltName=$names
EXTENSIONS
openssl ecparam -name prime256v1 -genkey -noout -out "$work/server.key"
openssl req -new -sha256 -key "$work/server.key" -out "$work/server.csr" -subj "/O=hallqueue/CN=$1"
openssl x509 -req -sha256 -days 825 -in "$work/server.csr" -CA root.crt -CAkey root.key \
    -set_serial "0x$(openssl rand -hex 16)" -extfile "$work/extensions" -out "$work/server.crt" 2>/dev/null
openssl verify -CAfile root.crt "$work/server.crt" >/dev/null
mv "$work/server.key" "$work/server.crt" .
chmod 644 server.crt
openssl x509 -noout -enddate -ext subjectAltName -in server.crt
