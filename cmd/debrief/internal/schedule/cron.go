package schedule

import (
	"fmt"
	"strings"
)

// cronForm is lines for the person's own crontab.
func cronForm() Form {
	return Form{Name: "cron", Forgets: true, Write: cronLines, Install: installLines, Remove: removeLines}
}

// longestCommand is how long a command may be in Debian's cron, in bytes;
// others allow as much or more.
const longestCommand = 998

// cronLines writes the lines between two remarks, by which they are found
// again. cron runs nothing later that it could not run in time; so a second
// line looks every hour whether that was so.
func cronLines(job Job) ([]byte, error) {
	words := append(append(append([]string{}, job.Command...), job.Remember...), job.CatchUp...)
	if err := plain(append(words, job.Journal)...); err != nil {
		return nil, err
	}
	regular := append(append([]string{}, job.Command...), job.Remember...)
	catchUp := len(job.CatchUp) > 0 && !job.When.hourly()
	if !catchUp {
		regular = job.Command
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n# Runs %s.\n%s %s\n", beginOf(job.Name), job.When.Words(), job.When, join(regular, shellInCrontab))
	if catchUp {
		fmt.Fprintf(&b, "# Within the hour, if the machine was off or asleep by then.\n%d * * * * %s\n",
			catchUpMinute(job.When), join(words, shellInCrontab))
	}
	fmt.Fprintf(&b, "%s\n", endOf(job.Name))
	for line := range strings.Lines(b.String()) {
		if len(line) > longestCommand && !strings.HasPrefix(line, "#") {
			return nil, refused("shorter paths would do, or a script that --exec names",
				"the line for cron would be %d bytes long, more than the %d that every cron reads", len(line), longestCommand)
		}
	}
	return []byte(b.String()), nil
}

// beginOf and endOf are the lines around a job's own.
func beginOf(name string) string {
	return "# >>> " + name + ". " + signature + ", which takes it away with --remove."
}

func endOf(name string) string { return "# <<< " + name + "." }

// catchUpMinute is when in the hour to look for a run that was missed: well
// after the regular times, so that the two never meet.
func catchUpMinute(w When) int {
	first := w.minutes.numbers()[0]
	for later := 29; later < 60; later++ {
		if m := (first + later) % 60; !w.minutes.has(m) {
			return m
		}
	}
	return first
}

// splice returns a crontab with block in the place of the job's lines, or at
// the end where it has none; an empty block takes them out. All other bytes
// stay as they are.
func splice(crontab, name, block string) (string, error) {
	from, to, err := find(crontab, name)
	if err != nil {
		return "", err
	}
	before, after := crontab[:from], crontab[to:]
	if block != "" && before != "" && !strings.HasSuffix(before, "\n") {
		before += "\n"
	}
	return before + block + after, nil
}

// find returns where the job's lines begin and end; both are the crontab's end
// where it has none.
func find(crontab, name string) (from, to int, err error) {
	from = -1
	at := 0
	for line := range strings.Lines(crontab) {
		text := strings.TrimRight(line, "\r\n")
		switch {
		case from < 0 && text == beginOf(name):
			from = at
		case from >= 0 && text == endOf(name):
			return from, at + len(line), nil
		}
		at += len(line)
	}
	if from >= 0 {
		return 0, 0, refused("crontab -e lets you take them out by hand", "the lines of %s in the crontab have no end", name)
	}
	return len(crontab), len(crontab), nil
}
