package schedule

import (
	"fmt"
	"strings"
)

// launchdForm is an agent of the person's own launchd.
func launchdForm() Form {
	return Form{Name: "launchd", GOOS: "darwin", Forgets: true, Write: propertyList, Install: installAgent, Remove: removeAgent}
}

// mostIntervals bounds the list of times. launchd has no ranges: every
// combination of a minute, an hour and a day is an entry of its own.
const mostIntervals = 500

// label is what launchd calls a job.
func label(job Job) string { return "local." + job.Name }

// propertyList writes the agent. launchd runs what it missed while the machine
// was asleep but not what it missed while it was off: so the job is started at
// every login too, and then finds out by itself whether there is anything to
// make up for.
func propertyList(job Job) ([]byte, error) {
	words := append(append(append([]string{}, job.Command...), job.Remember...), job.CatchUp...)
	if err := plain(append(words, job.Log)...); err != nil {
		return nil, err
	}
	intervals, err := calendarIntervals(job.When)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	// Two hyphens may not stand in a remark of XML: no flags, no paths here.
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- %s. Its place is ~/Library/LaunchAgents/%s.plist -->
<plist version="1.0">
<dict>
	<key>Label</key>
	<string>%[2]s</string>
	<key>ProgramArguments</key>
	<array>
`, signature, label(job))
	for _, w := range words {
		fmt.Fprintf(&b, "\t\t<string>%s</string>\n", inXML(w))
	}
	b.WriteString("\t</array>\n\t<key>StartCalendarInterval</key>\n\t<array>\n")
	for _, interval := range intervals {
		b.WriteString(interval)
	}
	b.WriteString("\t</array>\n")
	if len(job.CatchUp) > 0 {
		b.WriteString("\t<key>RunAtLoad</key>\n\t<true/>\n")
	}
	if job.Log != "" {
		for _, stream := range []string{"StandardOutPath", "StandardErrorPath"} {
			fmt.Fprintf(&b, "\t<key>%s</key>\n\t<string>%s</string>\n", stream, inXML(job.Log))
		}
	}
	b.WriteString("\t<key>ProcessType</key>\n\t<string>Background</string>\n</dict>\n</plist>\n")
	return []byte(b.String()), nil
}

// calendarIntervals writes the times: a key that is left out means any.
func calendarIntervals(when When) ([]string, error) {
	var all []string
	for _, w := range when.split() {
		keys := []struct {
			name    string
			numbers set
			any     bool
		}{
			{"Month", w.months, w.months == monthField.all()},
			{"Day", w.days, w.anyDay},
			{"Weekday", w.weekdays, w.anyWeekday},
			{"Hour", w.hours, w.hours == hourField.all()},
			{"Minute", w.minutes, w.minutes == minuteField.all()},
		}
		entries := []string{""}
		for _, key := range keys {
			if key.any {
				continue
			}
			if len(entries)*key.numbers.len() > mostIntervals {
				return nil, refused("fewer times will do, or --as cron", "launchd would need a list of more than %d times for %s", mostIntervals, when)
			}
			var longer []string
			for _, entry := range entries {
				for _, n := range key.numbers.numbers() {
					longer = append(longer, fmt.Sprintf("%s\t\t\t<key>%s</key>\n\t\t\t<integer>%d</integer>\n", entry, key.name, n))
				}
			}
			entries = longer
		}
		for _, entry := range entries {
			all = append(all, "\t\t<dict>\n"+entry+"\t\t</dict>\n")
		}
	}
	return all, nil
}
