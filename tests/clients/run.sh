#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh WATCHDESKCTL FOLDER: installs the client libraries into FOLDER from the lock file, starts a lab and runs them
# against it. Status 77: skipped, with the reason.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ctl=$1
folder=$2/installed

skip() { echo "SKIP: $*"; exit 77; }

command -v node >/dev/null || skip "node is not installed"
command -v npm >/dev/null || skip "npm is not installed"
(($(node -p 'process.versions.node.split(".")[0]') >= 20)) || skip "node is older than 20"

mkdir -p "$folder"
cp "$here/package.json" "$here/package-lock.json" "$here/run.mjs" "$folder/"
cd "$folder" || exit 1
if ! cmp -s package-lock.json .installed; then
    npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1 || { tail -n 5 npm.log; skip "npm ci cannot install them"; }
    cp package-lock.json .installed
fi

"$ctl" lab serve --tls "$folder/authority.pem" >lab.json &
lab=$!
trap 'kill $lab 2>/dev/null' EXIT
for _ in $(seq 300); do
    [[ -s lab.json ]] && break
    kill -0 $lab 2>/dev/null || { echo "the lab did not start"; exit 1; }
    sleep 0.2
done
NODE_EXTRA_CA_CERTS="$folder/authority.pem" node run.mjs <lab.json
