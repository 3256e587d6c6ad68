package schedule

import (
	"fmt"
	"strings"
)

// systemdForm is a timer of the person's own systemd, and the service that it
// starts.
func systemdForm() Form {
	return Form{Name: "systemd", GOOS: "linux", Write: systemdUnits, Install: installUnits, Remove: removeUnits}
}

// systemdUnits writes both units one after the other, each below its place.
func systemdUnits(job Job) ([]byte, error) {
	if err := plain(append([]string{job.Journal}, job.Command...)...); err != nil {
		return nil, err
	}
	const place = "# ~/.config/systemd/user/"
	return fmt.Appendf(nil, "%s%s.service\n%s\n%s%s.timer\n%s", place, job.Name, serviceUnit(job), place, job.Name, timerUnit(job)), nil
}

// unitRemark is the first lines of both units.
const unitRemark = "# " + signature + ", which writes it anew with --install and takes it away\n# with --remove.\n"

// serviceUnit is what is done. The journal's name is never at the end of a
// line, where a backslash would join the next one to it.
func serviceUnit(job Job) string {
	return unitRemark + fmt.Sprintf(`[Unit]
Description=debrief on %s: what is owed

[Service]
Type=oneshot
ExecStart=%s %s
`, strings.ReplaceAll(job.Journal, "%", "%%"), programInUnit(job.Command[0]), join(job.Command[1:], inUnit))
}

// timerUnit is when it is done. Persistent makes up for what was missed while
// the machine was off or the person was not logged in.
func timerUnit(job Job) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s[Unit]\nDescription=debrief on %s: %s\n\n[Timer]\n",
		unitRemark, strings.ReplaceAll(job.Journal, "%", "%%"), job.When.Words())
	for _, line := range onCalendar(job.When) {
		fmt.Fprintf(&b, "OnCalendar=%s\n", line)
	}
	b.WriteString("Persistent=true\n\n[Install]\nWantedBy=timers.target\n")
	return b.String()
}

// onCalendar writes the times as systemd.time(7) has them. A timer with two of
// them is started by either.
func onCalendar(when When) []string {
	var lines []string
	for _, w := range when.split() {
		line := fmt.Sprintf("*-%s-%s %s:%s:00",
			calendarList(w.months, monthField), calendarList(w.days, dayField),
			calendarList(w.hours, hourField), calendarList(w.minutes, minuteField))
		if !w.anyWeekday {
			line = calendarWeekdays(w.weekdays) + " " + line
		}
		lines = append(lines, line)
	}
	return lines
}

// calendarList writes numbers in two digits each, or a star for all of them.
func calendarList(s set, f field) string {
	if s == f.all() {
		return "*"
	}
	var parts []string
	for _, r := range runs(s) {
		if r.low == r.high {
			parts = append(parts, fmt.Sprintf("%02d", r.low))
			continue
		}
		parts = append(parts, fmt.Sprintf("%02d..%02d", r.low, r.high))
	}
	return strings.Join(parts, ",")
}

// calendarWeekdays writes days of the week by their English names.
func calendarWeekdays(s set) string {
	name := func(n int) string { return strings.ToUpper(weekdayField.names[n][:1]) + weekdayField.names[n][1:] }
	var parts []string
	for _, r := range runs(s) {
		// systemd counts the week from Monday: a range must not begin on Sunday.
		if r.low == 0 && r.high > 0 {
			parts = append(parts, "Sun")
			r.low = 1
		}
		if r.low == r.high {
			parts = append(parts, name(r.low))
			continue
		}
		parts = append(parts, name(r.low)+".."+name(r.high))
	}
	return strings.Join(parts, ",")
}
