package schedule

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// windowsForm is a task of Windows' Task Scheduler.
func windowsForm() Form {
	return Form{
		Name: "windows", GOOS: "windows", Write: windowsTask,
		ByHand: "save it as debrief.xml and run schtasks /Create /TN NAME /XML debrief.xml; schtasks /Delete /TN NAME takes it away",
	}
}

// mostTriggers is how many triggers a task may have.
const mostTriggers = 48

// windowsTask writes the task, in ASCII and without naming an encoding:
// schtasks refuses a file that names another one than it was saved in, and how
// it was saved is up to the shell that wrote it.
func windowsTask(job Job) ([]byte, error) {
	if err := plain(append([]string{job.Journal}, job.Command...)...); err != nil {
		return nil, err
	}
	arguments := join(job.Command[1:], windowsArgument)
	for _, text := range []string{job.Command[0], arguments} {
		if m := expanded.FindString(text); m != "" {
			return nil, refused("rename the file or folder, or put the command into a script", "Windows would replace %s and has no way to write it otherwise", m)
		}
	}
	triggers, err := windowsTriggers(job.When)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, `<?xml version="1.0"?>
<!-- %s. Save it as debrief.xml, then
     schtasks /Create /TN %[2]s /XML debrief.xml
     puts it in place, and
     schtasks /Delete /TN %[2]s
     takes it away. -->
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>%s</Description>
  </RegistrationInfo>
  <Triggers>
%s  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT1H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>%s</Command>
      <Arguments>%s</Arguments>
    </Exec>
  </Actions>
</Task>
`, signature, job.Name, inXML("debrief: what is owed in "+job.Journal+", "+job.When.Words()),
		triggers, inXML(job.Command[0]), inXML(arguments)), nil
}

// expanded is what the scheduler replaces in a command.
var expanded = regexp.MustCompile(`%[^%]+%|\$\((Arg\d+|RegistryKey)[^)]*\)?`)

// windowsTriggers writes one trigger for each time of day, or a single one
// that is repeated through the whole day.
func windowsTriggers(when When) (string, error) {
	times, repeat := timesOfDay(when)
	var b strings.Builder
	count := 0
	for _, w := range when.split() {
		days := windowsDays(w)
		for _, at := range times {
			count++
			fmt.Fprintf(&b, "    <CalendarTrigger>\n      <StartBoundary>2026-01-01T%02d:%02d:00</StartBoundary>\n%s%s    </CalendarTrigger>\n",
				at/60, at%60, repeat, days)
		}
	}
	if count > mostTriggers {
		return "", refused("fewer times will do, or times evenly through the day, as in */15 * * * *",
			"a task has at most %d times, and %s would need %d", mostTriggers, when, count)
	}
	return b.String(), nil
}

// timesOfDay returns minutes after midnight. Times that are as far apart all
// day are the first one and a repetition.
func timesOfDay(w When) (times []int, repeat string) {
	for _, hour := range w.hours.numbers() {
		for _, minute := range w.minutes.numbers() {
			times = append(times, 60*hour+minute)
		}
	}
	const day = 24 * 60
	if len(times) < 2 || day%len(times) != 0 {
		return times, ""
	}
	interval := day / len(times)
	for i, at := range times {
		if at != times[0]+i*interval {
			return times, ""
		}
	}
	return times[:1], fmt.Sprintf("      <Repetition>\n        <Interval>PT%dM</Interval>\n        <Duration>P1D</Duration>\n      </Repetition>\n", interval)
}

// windowsDays writes the days of a When, which needs at most one of its two
// fields for days.
func windowsDays(w When) string {
	switch anyMonth := w.months == monthField.all(); {
	case anyMonth && w.anyDay && w.anyWeekday:
		return "      <ScheduleByDay>\n        <DaysInterval>1</DaysInterval>\n      </ScheduleByDay>\n"
	case anyMonth && w.anyDay:
		return "      <ScheduleByWeek>\n        <WeeksInterval>1</WeeksInterval>\n" + windowsWeekdays(w.weekdays) + "      </ScheduleByWeek>\n"
	case w.anyWeekday:
		var b strings.Builder
		b.WriteString("      <ScheduleByMonth>\n        <DaysOfMonth>\n")
		for _, n := range w.days.numbers() {
			fmt.Fprintf(&b, "          <Day>%d</Day>\n", n)
		}
		b.WriteString("        </DaysOfMonth>\n" + windowsMonths(w.months) + "      </ScheduleByMonth>\n")
		return b.String()
	}
	weeks := "        <Weeks>\n"
	for _, week := range []string{"1", "2", "3", "4", "Last"} { // the fourth may be the last: it is run once
		weeks += "          <Week>" + week + "</Week>\n"
	}
	return "      <ScheduleByMonthDayOfWeek>\n" + weeks + "        </Weeks>\n" + windowsWeekdays(w.weekdays) + windowsMonths(w.months) +
		"      </ScheduleByMonthDayOfWeek>\n"
}

func windowsWeekdays(s set) string {
	var b strings.Builder
	for _, n := range s.numbers() {
		fmt.Fprintf(&b, "          <%s />\n", time.Weekday(n))
	}
	return "        <DaysOfWeek>\n" + b.String() + "        </DaysOfWeek>\n"
}

func windowsMonths(s set) string {
	var b strings.Builder
	for _, n := range s.numbers() {
		fmt.Fprintf(&b, "          <%s />\n", time.Month(n))
	}
	return "        <Months>\n" + b.String() + "        </Months>\n"
}
