# Installs a timer for a real systemd of one's own, in namespaces of their own.
# $1 is a folder with a journal in it, which this fills.
set -eu
cd "$1"
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/system # without it systemd believes that another init runs
export XDG_RUNTIME_DIR=/run/user HOME="$1/home"
mkdir -m 700 /run/user home
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
for systemd in /lib/systemd/systemd /usr/lib/systemd/systemd; do
  [ ! -x $systemd ] || break
done
$systemd --user >systemd.log 2>&1 &
manager=$!
tries=0
until systemctl --user is-active -q basic.target; do
  tries=$((tries + 1))
  [ $tries -lt 100 ] || exit 1
  sleep 0.1
done

journal="$1/my %d jobs \"\$HOME\" it's"
debrief schedule --as systemd --install --quiet --journal "$journal" --daily 07:30 -o "$journal/STATUS.md" >said
timer=$(basename home/.config/systemd/user/*.timer)
systemctl --user show -p ActiveState -p TimersCalendar --value "$timer" >first
[ ! -e "$journal/STATUS.md" ] || echo 'it ran at once' >>said

# Another time, while the timer waits.
debrief schedule --as systemd --install --quiet --journal "$journal" --daily 08:15 -o "$journal/STATUS.md" >/dev/null
systemctl --user show -p ActiveState -p TimersCalendar --value "$timer" >second

# The machine was off for years: at the next start of the timer the run is made
# up for.
systemctl --user stop "$timer"
touch -d 2020-01-01 "home/.local/share/systemd/timers/stamp-$timer"
systemctl --user start "$timer"
tries=0
until [ -s "$journal/STATUS.md" ]; do
  tries=$((tries + 1))
  [ $tries -lt 100 ] || break
  sleep 0.1
done
cp "$journal/STATUS.md" .

# What is handed to a command, with everything in it that systemd expands.
debrief schedule --as systemd --install --quiet --journal "$journal" --name exec \
  --exec "cat >'$1/handed.json'; printf '%s' \"\$DEBRIEF_JOURNAL 50% \\\$HOME\" >'$1/place'" >/dev/null
systemctl --user start "${timer%.timer}-exec.service"

debrief schedule --as systemd --remove --quiet --journal "$journal" --name exec >/dev/null
debrief schedule --as systemd --remove --quiet --journal "$journal" >>said
find home -type f >left
systemctl --user list-timers --all --no-legend >timers
kill $manager
