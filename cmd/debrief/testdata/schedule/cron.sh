# Puts schedules into a real crontab and has a real cron run them, in
# namespaces of their own: of the machine's own crontabs none is seen or
# touched. $1 is a folder with a journal in it, which this fills.
set -eu
cd "$1"
mount -t tmpfs tmpfs /var/spool/cron
mkdir -m 1730 /var/spool/cron/crontabs
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /dev/shm # where faketime keeps something by the number of its process
mkdir none && mount --bind none /etc/cron.d
: >none.txt && mount --bind none.txt /etc/crontab
export HOME="$1/home"
mkdir home

# Somebody's own lines, which have to come out of all this as they are.
printf '# mine\n@yearly\techo "100 \\%%"\n' >tab.mine
crontab tab.mine

journal="$1/my %d jobs \"\$HOME\" it's"
debrief schedule --as cron --install --quiet --journal "$journal" --cron '* * * * *' -o "$journal/STATUS.md" >said
debrief schedule --as cron --install --quiet --journal "$journal" --cron '* * * * *' --name exec \
  --exec "cat >'$1/handed.json'; pwd >'$1/place'; tty >>'$1/place' || :; echo \"50%\" >>'$1/place'"
debrief schedule --as cron --install --quiet --journal "$journal" --name missed --daily 08:00 -o "$journal/missed.md"
crontab -l >tab.installed
debrief schedule --as cron --install --quiet --journal "$journal" --cron '* * * * *' -o "$journal/STATUS.md" >>said
crontab -l >tab.again

# The machine was off for years: the note of the last run says so.
for note in home/.local/state/debrief/schedule/*-missed; do
  echo 2020-01-01T08:00:00Z >"$note"
done

# cron's clock is quick: minute 29, in which it looks for what was missed, is
# three seconds away, which is time enough for a busy machine to start it.
faketime -f '@2026-11-27 10:27:00 x40' cron -f &
tries=0
until [ -s "$journal/STATUS.md" ] && [ -s handed.json ] && [ -s place ] && [ -s "$journal/missed.md" ]; do
  tries=$((tries + 1))
  [ $tries -lt 1000 ] || break
  sleep 0.1
done
kill $!
cp "$journal/STATUS.md" "$journal/missed.md" .
stat -c %a STATUS.md >mode
cat home/.local/state/debrief/schedule/*-missed >stamp

for name in exec missed; do
  debrief schedule --as cron --remove --quiet --journal "$journal" --name $name
done
debrief schedule --as cron --remove --quiet --journal "$journal" >>said
crontab -l >tab.removed
find home -type f >left
