//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"debrief/report/render"
)

// A bench is a home with a journal in ~/search, in which the recipes of
// docs/scheduling.md are tried. What would reach beyond it is a stand-in.
type bench struct {
	home string
	env  []string
}

// standIns are the programs that --install and --mail call: they note what they
// were asked for.
var standIns = map[string]string{
	"systemctl": "echo systemctl \"$@\" >>\"$HOME/asked\"",
	"launchctl": "echo launchctl \"$@\" >>\"$HOME/asked\"",
	"crontab":   "case $1 in -l) cat \"$HOME/tab\" 2>/dev/null || { echo no crontab for me >&2; exit 1; } ;; -r) rm \"$HOME/tab\" ;; *) cat >\"$HOME/tab\" ;; esac",
	"sendmail":  "cat >\"$(dirname \"$0\")/../mail\"",
}

// TestScheduleRecipes runs every shell block of docs/scheduling.md, and then,
// without an environment, what it schedules.
func TestScheduleRecipes(t *testing.T) {
	needTool(t, "git")
	text, err := os.ReadFile("../../docs/scheduling.md")
	check(t, err)
	b := newBench(t)
	results := map[string]func(*bench, *testing.T){
		"A file every morning":             (*bench).mustHaveFile,
		"A mail every Monday":              (*bench).mustHaveMail,
		"A report in git every Sunday":     (*bench).mustHaveCommit,
		"A calendar to subscribe to":       (*bench).mustHaveCalendar,
		"A word from a script of your own": (*bench).mustHaveCount,
		"GitHub Actions":                   (*bench).mustHaveWorkflow,
	}
	sections := regexp.MustCompile(`(?m)^##+ (.*)\n`).Split(string(text), -1)
	titles := regexp.MustCompile(`(?m)^##+ (.*)\n`).FindAllStringSubmatch(string(text), -1)
	tried := 0
	for i, section := range sections {
		block := regexp.MustCompile("(?s)\n```sh\n(.*?)```\n").FindStringSubmatch(section)
		if block == nil {
			continue
		}
		title := ""
		if i > 0 {
			title = titles[i-1][1]
		}
		t.Run(title, func(t *testing.T) {
			b.run(t, block[1])
			result := results[title]
			if result == nil && title != "" {
				t.Fatal("nobody looks at what this recipe does")
			}
			if strings.Contains(block[1], "--install") && title != "" {
				b.runScheduled(t, strings.Replace(block[1], "--install", "--as cron --quiet", 1))
				result(b, t)
				b.runScheduled(t, strings.Replace(block[1], "--install", "--as cron --quiet", 1))
			}
			if result != nil {
				result(b, t)
			}
		})
		tried++
	}
	if tried != len(results)+1 {
		t.Errorf("tried %d recipes, want %d", tried, len(results)+1)
	}
}

// newBench makes the home, with the sample journal in a repository.
func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{home: t.TempDir()}
	for name, script := range standIns {
		file := filepath.Join(b.home, "bin", name)
		writeFile(t, file, []byte("#!/bin/sh\n"+script+"\n"))
		check(t, os.Chmod(file, 0o700))
	}
	b.env = append(os.Environ(), "HOME="+b.home, "PATH="+filepath.Join(b.home, "bin")+":"+os.Getenv("PATH"), "TZ=UTC",
		"XDG_CONFIG_HOME=", "XDG_STATE_HOME=", "DEBRIEF_JOURNAL=")
	check(t, os.CopyFS(filepath.Join(b.home, "search"), os.DirFS("../../sample-journal")))
	b.run(t, `cd ~/search && git init -q && git config user.name me && git config user.email me@home.example && git add . && git commit -qm notes`)
	return b
}

// run runs a script as somebody at a prompt would, and returns what it prints.
func (b *bench) run(t *testing.T, script string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "sh", "-ec", script)
	cmd.Dir, cmd.Env = b.home, b.env
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, out)
	}
	return string(out)
}

// runScheduled runs the line that a script prints for cron, as cron would but
// with even less around it.
func (b *bench) runScheduled(t *testing.T, script string) {
	t.Helper()
	line := regexp.MustCompile(`(?m)^[0-9*][0-9*/,-]* (?:[0-9*/,-]+ ){4}(.*)$`).FindStringSubmatch(b.run(t, script))
	if line == nil {
		t.Fatalf("%s: no line for cron", script)
	}
	cmd := exec.CommandContext(t.Context(), "env", "-i", "HOME="+b.home, "/bin/sh", "-c", strings.ReplaceAll(line[1], `\%`, `%`))
	cmd.Dir = "/"
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("%s: %v\n%s", line[1], err, out)
	}
}

// text returns what is in a file of the home.
func (b *bench) text(name string) string { return readText(filepath.Join(b.home, name)) }

func (b *bench) mustHaveFile(t *testing.T) {
	if got := b.text("STATUS.md"); !strings.HasPrefix(got, render.MarkdownTitle) {
		t.Errorf("STATUS.md is %q", got)
	}
}

func (b *bench) mustHaveMail(t *testing.T) {
	if got := b.text("mail"); !strings.Contains(got, "me@home.example") || !strings.Contains(got, "text/html") {
		t.Errorf("the mail is %q", got)
	}
}

// mustHaveCommit holds that there is one commit however often it was run, and
// nothing but the report in it.
func (b *bench) mustHaveCommit(t *testing.T) {
	if got := b.run(t, "cd ~/search && git log --format=%s && git show --format= --name-only && git status --porcelain"); got != "report: the week\nnotes\nSTATUS.md\n" {
		t.Errorf("git has\n%s", got)
	}
}

func (b *bench) mustHaveCalendar(t *testing.T) {
	if got := b.text("search.ics"); !strings.HasPrefix(got, "BEGIN:VCALENDAR") {
		t.Errorf("the calendar is %q", got)
	}
}

func (b *bench) mustHaveCount(t *testing.T) {
	if got := b.text("overdue"); !regexp.MustCompile(`^\d+\n$`).MatchString(got) {
		t.Errorf("the command wrote %q", got)
	}
}

func (b *bench) mustHaveWorkflow(t *testing.T) {
	if got := b.text("search/.github/workflows/debrief.yml"); !strings.Contains(got, "'0 18 * * 0'") || !strings.Contains(got, "report . --quiet --if-changed -o STATUS.md") {
		t.Errorf("the workflow is\n%s", got)
	}
}
