#!/bin/sh
# Builds the site and brings it to a server of yours: rsync.sh desk@desk.example.org:/srv/desk/output
# First what is new, so that no page asks for what is not there yet; then all, and what is gone goes last. Contents are
# compared, not times. For object storage see docs/uploading.md.
set -eu
to=${1:?where to, such as desk@desk.example.org:/srv/desk/output}

make build
rsync --recursive --checksum --ignore-existing --exclude=/.parley output/ "$to/"
rsync --recursive --checksum --delay-updates --delete-after --exclude=/.parley output/ "$to/"
