#!/bin/sh
# Builds the site if it would change by itself: if the day that its next-build.json tells has come by the site's own
# clocks, or if that can't be told. For a machine that asks often, such as each hour by cron:
#   5 * * * * cd /srv/desk && recipes/build-when-due.sh
set -eu

verdict=0
.venv/bin/python - output/next-build.json <<'END' || verdict=$?
import datetime, json, sys, zoneinfo

with open(sys.argv[1], encoding="utf-8") as file:
    told = json.load(file)
today = datetime.datetime.now(zoneinfo.ZoneInfo(told["time_zone"])).date().isoformat()
if told["next"] is None or told["next"] > today:
    sys.exit(3)  # not due
END

[ "$verdict" -eq 3 ] || exec make build
