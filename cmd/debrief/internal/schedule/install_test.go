package schedule

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A recorder is a Runner that writes down what it is asked to run.
type recorder struct {
	lines   []string
	crontab *string          // nil when there is none
	fail    map[string]error // by the line
}

func (r *recorder) Run(_ context.Context, stdin, name string, args ...string) (string, error) {
	line := strings.Join(append([]string{name}, args...), " ")
	r.lines = append(r.lines, line)
	if err := r.fail[line]; err != nil {
		return "", err
	}
	switch {
	case line == "crontab -l" && r.crontab == nil:
		return "", &ProgramError{Line: line, Stderr: "no crontab for me", Err: errors.New("exit status 1")}
	case line == "crontab -l":
		return *r.crontab, nil
	case line == "crontab -":
		r.crontab = &stdin
	case line == "crontab -r":
		r.crontab = nil
	}
	return "", nil
}

// desk is an installer on a home folder of its own.
type desk struct {
	*Installer
	runner *recorder
	home   string
	told   []string
}

func newDesk(t *testing.T) *desk {
	d := &desk{runner: &recorder{fail: map[string]error{}}, home: t.TempDir()}
	d.Installer = &Installer{
		Env:    func(name string) string { return map[string]string{"HOME": d.home}[name] },
		UID:    501,
		Now:    time.Date(2026, 11, 19, 20, 45, 0, 0, time.UTC),
		Runner: d.runner,
		Tell:   func(what string) { d.told = append(d.told, strings.ReplaceAll(what, d.home, "~")) },
	}
	return d
}

// mustRun calls Install or Remove and holds what was run and told.
func (d *desk) mustRun(t *testing.T, what func(context.Context, *Installer, Job) error, job Job, lines, told []string) {
	t.Helper()
	d.runner.lines, d.told = nil, nil
	if err := what(t.Context(), d.Installer, job); err != nil {
		t.Fatal(err)
	}
	for i, line := range d.runner.lines {
		d.runner.lines[i] = strings.ReplaceAll(line, d.home, "~")
	}
	if !slices.Equal(d.runner.lines, lines) || !slices.Equal(d.told, told) {
		t.Errorf("ran  %q\nwant %q\ntold %q\nwant %q", d.runner.lines, lines, d.told, told)
	}
}

func (d *desk) job(t *testing.T) Job {
	job := plainJob(t)
	job.Stamp = filepath.Join(d.home, "notes", job.Name)
	return job
}

// TestSomebodyElsesFiles holds that what debrief did not make is neither
// written nor removed.
func TestSomebodyElsesFiles(t *testing.T) {
	for form, file := range map[string]string{
		"systemd": ".config/systemd/user/debrief-search-1a2b3c4d.timer",
		"launchd": "Library/LaunchAgents/local.debrief-search-1a2b3c4d.plist",
	} {
		d := newDesk(t)
		theirs := filepath.Join(d.home, file)
		writeFile(t, theirs, []byte("[Timer]\nOnCalendar=daily\n"))
		for _, do := range []func(context.Context, *Installer, Job) error{FormNamed(form).Install, FormNamed(form).Remove} {
			err := do(t.Context(), d.Installer, d.job(t))
			if err == nil || !strings.Contains(err.Error(), theirs+" was not made by debrief") {
				t.Errorf("%s: %v", form, err)
			}
		}
		text, err := os.ReadFile(theirs)
		if err != nil || string(text) != "[Timer]\nOnCalendar=daily\n" || d.runner.lines != nil || d.told != nil {
			t.Errorf("%s: %q, %v, ran %q, told %q", form, text, err, d.runner.lines, d.told)
		}
		if entries, _ := os.ReadDir(filepath.Dir(theirs)); len(entries) != 1 {
			t.Errorf("%s: beside it is %v", form, entries)
		}
	}
}

func TestNoHome(t *testing.T) {
	for _, form := range []string{"systemd", "launchd"} {
		d := newDesk(t)
		d.Env = func(string) string { return "" }
		err := FormNamed(form).Install(t.Context(), d.Installer, d.job(t))
		if err == nil || err.Error() != "there is no home folder to install anything in" {
			t.Errorf("%s: %v", form, err)
		}
	}
}
